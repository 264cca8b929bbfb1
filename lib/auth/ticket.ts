import { timingSafeEqual } from "node:crypto";
import { clock } from "@/lib/platform/clock";
import { deriveToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";

const SECONDS = 30;

type Started = { sessionId: string; userId: string };

const signatureOf = (body: string): string => deriveToken("session-ticket", body, env().AUTH_SECRET);

/** Lets the caller put a session that it has just started into this browser's cookie; for half a minute. */
export function newTicket({ sessionId, userId }: Started): string {
  const body = `${sessionId}.${userId}.${clock.now().getTime() + SECONDS * 1000}`;
  return `${body}.${signatureOf(body)}`;
}

/** The session of a ticket of ours; null for anything else. */
export function readTicket(ticket: unknown): { id: string; sessionId: string } | null {
  if (typeof ticket !== "string") return null;
  const [sessionId = "", userId = "", expiry = "", signature = ""] = ticket.split(".");
  const expected = Buffer.from(signatureOf(`${sessionId}.${userId}.${expiry}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Number(expiry) > clock.now().getTime() ? { id: userId, sessionId } : null;
}
