import type { ZodError } from "zod";

export type ErrorCode =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "step_up"
  | "not_found"
  | "conflict"
  | "too_many"
  | "unavailable";

/** HTTP status per kind of expected error. */
export const httpStatus: Record<ErrorCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  step_up: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
};

/** Field path ("lines.0.quantity") → key in the `errors` message catalog. */
export type FieldErrors = Record<string, string>;

/**
 * An error that people are meant to read: `key` names its text in the `errors` message catalog.
 * Everything else that is thrown is logged and shown as one generic message.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly key: string,
    readonly fields: FieldErrors = {},
  ) {
    super(`${code}: ${key}`);
    this.name = "DomainError";
  }
}

export const notFound = () => new DomainError("not_found", "notFound");
export const forbidden = () => new DomainError("forbidden", "forbidden");
/** The actor may, once the person has proved anew to be themselves. */
export const stepUpNeeded = () => new DomainError("step_up", "stepUpNeeded");
export const unauthenticated = () => new DomainError("unauthenticated", "unauthenticated");
export const conflict = (key: string) => new DomainError("conflict", key);
/** One wrong field, found by a rule that needs the database. */
export const invalid = (field: string, key: string) =>
  new DomainError("invalid", "checkFields", { [field]: key });

/** The first problem of each field. Schemas put catalog keys into their messages. */
export function fromZod(error: ZodError): DomainError {
  const fields: FieldErrors = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return new DomainError("invalid", "checkFields", fields);
}

const POSTGRES: Record<string, () => DomainError> = {
  CF001: () => conflict("frozen"),
  CF003: () => conflict("frozen"),
  CF005: () => conflict("overAllocated"),
  CF006: () => conflict("lastAdmin"),
  CF007: () => conflict("periodLocked"),
  CF008: () => conflict("overCredited"),
  CF009: () => conflict("doneBefore"),
  CF010: () => conflict("overUsed"),
  CF011: () => conflict("overDeducted"),
  CF012: () => conflict("planDoesNotSum"),
  CF013: () => conflict("currencyInUse"),
  CF014: () => conflict("paymentBeforeInvoice"),
  CF030: () => conflict("doneBefore"),
  CF031: () => conflict("lastFactor"),
  CF050: () => conflict("beyondOwnRights"),
  CF051: () => conflict("needsApproval"),
  CF060: () => conflict("erased"),
  CF061: () => conflict("erasureOpen"),
  CF070: () => conflict("tooManyFiles"),
  CF071: () => conflict("filesTooLarge"),
  CF072: () => conflict("storageFull"),
  "23503": () => conflict("referenced"),
  "23505": () => conflict("alreadyExists"),
  "40001": () => conflict("tryAgain"),
  "40P01": () => conflict("tryAgain"),
};

/** What a refusal by PostgreSQL means to a person; undefined when it is a fault of ours. */
export function fromPostgres(error: unknown): DomainError | undefined {
  const code = postgresCode(error);
  return code ? POSTGRES[code]?.() : undefined;
}

/** The SQLSTATE of a database error, also when a query builder has wrapped it. */
export function postgresCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return postgresCode(error.cause);
}
