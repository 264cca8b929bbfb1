import { problemText } from "@/lib/i18n/problem-text";
import { translator } from "@/lib/i18n/translator";
import type { Ctx } from "@/lib/platform/context";
import { DomainError, type ErrorCode } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { logRefusal } from "@/lib/platform/security-log";
import { currentCtx } from "./current";

/** What a server action answers: the result, or words to show beside the fields (path → text). */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionError };

/** `key` is the problem's name, for screens that offer a way out of some of them; `message` its words. */
export type ActionError = {
  code: ErrorCode | "generic";
  key: string;
  message: string;
  fields: Record<string, string>;
};

/** A server action in one line: runs a verb as the signed-in user and turns errors into words. */
export async function act<T>(
  verb: (ctx: Ctx, input: unknown) => Promise<T>,
  input: unknown,
): Promise<ActionResult<T>> {
  return answer(currentCtx, (ctx) => verb(ctx, input));
}

/** The same for an actor who is not the signed-in user: the holder of a link. */
export async function answer<T>(
  context: () => Promise<Ctx>,
  run: (ctx: Ctx) => Promise<T>,
): Promise<ActionResult<T>> {
  let ctx: Ctx | undefined;
  try {
    ctx = await context();
    return { ok: true, data: await run(ctx) };
  } catch (error) {
    if (error instanceof DomainError) {
      logRefusal(ctx, error);
      return { ok: false, error: inWords(error) };
    }
    log.error({ err: error, requestId: ctx?.requestId }, "a server action failed");
    return { ok: false, error: { code: "generic", key: "generic", message: word("generic"), fields: {} } };
  }
}

/** An expected error in the reader's words. */
export function inWords(error: DomainError): ActionError {
  const fields = Object.fromEntries(Object.entries(error.fields).map(([path, key]) => [path, word(key)]));
  return { code: error.code, key: error.key, message: word(error.key), fields };
}

const word = (problem: string): string => problemText(translator("errors"), problem);
