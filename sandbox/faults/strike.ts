import { setTimeout as sleep } from "node:timers/promises";
import type { Reply } from "../http/reply";
import type { Fault } from "./faults";

const DEFAULT_DELAY = 1_000;

type Handle = () => Reply;

/**
 * Answers an API call as an armed fault wants it: late, with an error before or after the effect, or not at all.
 * @param respond gets a `distort` to put around the work itself, so that idempotency keys remember what was answered.
 */
export async function strike(
  fault: Fault | undefined,
  serverError: Handle,
  respond: (distort: (handle: Handle) => Reply) => Reply,
): Promise<Reply> {
  if (fault?.kind === "delay") await sleep(fault.ms ?? DEFAULT_DELAY);
  const reply = respond((handle) => {
    if (fault?.kind === "error500") return serverError();
    const answer = handle();
    return fault?.kind === "error500_after" ? serverError() : answer;
  });
  if (fault?.kind !== "timeout") return reply;
  if (fault.ms) await sleep(fault.ms);
  return { ...reply, hangUp: true };
}
