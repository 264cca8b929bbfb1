import { gatewayOf } from "@/lib/payments/gateways";
import { BadSignature, type GatewayEvent } from "@/lib/payments/gateways/gateway";
import { receiveWebhook, rejectWebhook } from "@/lib/payments/receive-webhook";
import { addressOf } from "@/lib/platform/address";
import { clock } from "@/lib/platform/clock";
import { systemCtx } from "@/lib/platform/context";
import { DomainError, postgresCode } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { takeSlot } from "@/lib/platform/rate";
import { readBody } from "@/lib/web/body";
import { tooMany } from "@/lib/web/rated";

export const dynamic = "force-dynamic";

/** Stripe's events stay well below this. */
const LIMIT = 512 * 1024;

type Params = { params: Promise<{ gateway: string; organizationId: string }> };

/** Verify, store, acknowledge; a job acts on it later. 200 means stored, a replay included. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { gateway: name, organizationId } = await params;
  const gateway = gatewayOf(name);
  if (!gateway || !isId(organizationId)) return text(404, "not found");
  const ctx = { ...systemCtx(organizationId, "webhook"), ip: addressOf(request.headers) };
  const body = await readBody(request, LIMIT);
  if (body === null) return text(413, "too large");
  let event: GatewayEvent;
  try {
    event = gateway.readEvent(body, (header) => request.headers.get(header), clock.now());
  } catch (error) {
    if (!(error instanceof BadSignature)) throw error;
    const wait = await takeSlot("unsigned", `${name} ${organizationId}`);
    if (wait > 0) return tooMany(wait);
    log.warn(
      { gateway: name, organizationId, reason: error.reason, requestId: ctx.requestId },
      "refused a webhook",
    );
    return rejectWebhook(ctx, { gateway: name, reason: error.reason }).then(
      () => text(400, "refused"),
      refusal,
    );
  }
  return receiveWebhook(ctx, {
    gateway: name,
    eventId: event.id,
    eventType: event.type,
    payload: event.payload,
  }).then(() => text(200, "stored"), refusal);
}

function refusal(error: unknown): Response {
  const unknownOrganization =
    (error instanceof DomainError && (error.code === "not_found" || error.key === "referenced")) ||
    postgresCode(error) === "23503";
  if (unknownOrganization) return text(404, "not found");
  log.error({ err: error }, "a webhook could not be stored");
  return text(500, "try again");
}

const text = (status: number, body: string) =>
  new Response(body, { status, headers: { "cache-control": "no-store" } });
