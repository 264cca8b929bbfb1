import { findSession } from "@/lib/auth/session";
import { may } from "@/lib/core/permissions";
import { subscribe } from "@/lib/platform/live";
import { currentUser } from "@/lib/web/current";

export const dynamic = "force-dynamic";

const BEAT = 20_000;

/** Server-sent events: tells staff's open screens what has just happened, so that they show it without a reload. */
export async function GET(request: Request): Promise<Response> {
  const signedIn = await currentUser();
  if (!signedIn || !may(signedIn.actor.role, "overview.read")) return new Response(null, { status: 401 });
  const encoder = new TextEncoder();
  const stream = new ReadableStream({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stop = await subscribe(signedIn.actor.organizationId, ({ type, subjectId, invoiceId }) =>
        send(`data: ${JSON.stringify({ type, subjectId, invoiceId })}\n\n`),
      );
      // Each beat asks whether the session still counts: a deactivated user's screens fall silent.
      const beat = setInterval(async () => {
        if (await findSession(signedIn.actor.sessionId)) send(": beat\n\n");
        else close();
      }, BEAT);
      const close = () => {
        clearInterval(beat);
        stop();
        try {
          controller.close();
        } catch {
          // The reader went first.
        }
      };
      request.signal.addEventListener("abort", close);
      send("retry: 2000\n\n");
    },
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
