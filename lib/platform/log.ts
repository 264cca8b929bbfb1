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
      serializers: { err: pino.stdSerializers.err },
    },
    destination,
  );

/** The log of this process. Give request ids as `requestId`. */
export const log = createLog();
