import pino from "pino";
import { logLevel } from "./env";

/** Fields whose values never reach the log, wherever they stand. */
const SECRET = [
  "password",
  "passwordHash",
  "token",
  "tokenHash",
  "secret",
  "authorization",
  "cookie",
  "card",
];

type LoggedError = { type: string; message: string; stack?: string; code?: unknown; cause?: LoggedError };

/**
 * An error without the values that its statement was given, which may be anything that a person typed: the query builder
 * puts them into its message, and PostgreSQL quotes those that it can't read (SQLSTATE class 22).
 */
function withoutValues(error: Error & { query?: unknown; params?: unknown; code?: unknown }): LoggedError {
  const isStatement = error.params !== undefined && typeof error.query === "string";
  const isUnreadable = typeof error.code === "string" && /^22...$/.test(error.code);
  const message = isStatement
    ? `Failed query: ${error.query}`
    : isUnreadable
      ? "PostgreSQL could not read a value"
      : error.message;
  return {
    type: error.name === "Error" ? error.constructor.name : error.name,
    message,
    stack: error.stack?.replace(error.message, () => message),
    ...(error.code === undefined ? {} : { code: error.code }),
    ...(error.cause instanceof Error ? { cause: withoutValues(error.cause) } : {}),
  };
}

/** Structured logs, one JSON line each. `destination` is where they go instead of standard output, for tests. */
export const createLog = (destination?: pino.DestinationStream) =>
  pino(
    {
      level: destination ? "trace" : logLevel(),
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
        censor: "[redacted]",
      },
      serializers: { err: (error: unknown) => (error instanceof Error ? withoutValues(error) : error) },
    },
    destination,
  );

/** The log of this process. Give request ids as `requestId`. */
export const log = createLog();
