import { findSession } from "@/lib/auth/session";
import { subscribe } from "@/lib/platform/live";
import { currentUser } from "@/lib/web/current";

export const dynamic = "force-dynamic";

const BEAT = 20_000;
const ignore = () => {};

/** Server-sent events: tells staff's open screens what has just happened, so that they show it without a reload. */
export async function GET(request: Request): Promise<Response> {
  const signedIn = await currentUser();
  if (!signedIn || signedIn.actor.role === "client") return new Response(null, { status: 401 });
  const { organizationId, sessionId } = signedIn.actor;
  const encoder = new TextEncoder();
  const stream = new ReadableStream({
    async start(controller) {
      let open = true;
      const send = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text));
      };
      const close = () => {
        if (!open) return;
        open = false;
        clearInterval(beat);
        unsubscribe.then((stop) => stop(), ignore);
        controller.close();
      };
      const unsubscribe = subscribe(
        organizationId,
        ({ type, subjectId, invoiceId }) =>
          send(`data: ${JSON.stringify({ type, subjectId, invoiceId })}\n\n`),
        close,
      );
      // Each beat asks whether the session still counts: a deactivated user's screens fall silent.
      const beat = setInterval(() => {
        findSession(sessionId, { used: false }).then(
          (session) => (session ? send(": beat\n\n") : close()),
          close,
        );
      }, BEAT);
      request.signal.addEventListener("abort", close);
      await unsubscribe.catch(close);
      send("retry: 2000\n\n");
    },
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
