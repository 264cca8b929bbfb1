import type { Ctx } from "./context";
import type { DomainError } from "./errors";
import { log as processLog } from "./log";

/** Refusals that whoever watches the log wants to see: of who asks, how often, and by what proof. */
const CODES: ReadonlySet<string> = new Set(["unauthenticated", "forbidden", "step_up", "too_many"]);
const PROBLEMS: ReadonlySet<string> = new Set([
  "wrongCredentials",
  "wrongCode",
  "wrongRecoveryCode",
  "passkeyRefused",
  "tooManyTries",
  "beyondOwnRights",
  "needsApproval",
]);

/** What of a refusal is worth a line: its name; null for an ordinary mistake. */
function eventOf({ code, key, fields }: DomainError): string | null {
  if (CODES.has(code)) return code;
  return [key, ...Object.values(fields)].find((problem) => PROBLEMS.has(problem)) ?? null;
}

/** Writes who was refused what into the log, without what they gave. `what` names the permission or the request. */
export function logRefusal(
  ctx: Ctx | undefined,
  problem: DomainError,
  what?: string,
  log: Pick<typeof processLog, "warn"> = processLog,
): void {
  const security = eventOf(problem);
  if (!security) return;
  const { actor, requestId, ip } = ctx ?? {};
  log.warn(
    {
      security,
      what,
      requestId,
      ip,
      actor: actor?.kind,
      organizationId: actor?.organizationId,
      userId: actor?.kind === "user" ? actor.userId : undefined,
    },
    "refused",
  );
}
