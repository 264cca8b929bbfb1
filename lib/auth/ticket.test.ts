import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { clock } from "@/lib/platform/clock";
import { newTicket, readTicket } from "./ticket";

vi.mock("@/lib/platform/env", () => ({ env: () => ({ AUTH_SECRET: "x".repeat(32) }) }));

const started = { sessionId: "s", userId: "u" };
beforeEach(() => clock.set("2026-03-01T12:00:00Z"));
afterEach(() => clock.reset());

it("a ticket names its session for half a minute", () => {
  const ticket = newTicket(started);
  expect(readTicket(ticket)).toEqual({ id: "u", sessionId: "s" });
  clock.set("2026-03-01T12:00:30Z");
  expect(readTicket(ticket)).toBeNull();
});

it("a ticket that is made up or changed names none", () => {
  const ticket = newTicket(started);
  const [, , expiry, signature] = ticket.split(".");
  for (const other of [
    null,
    {},
    "",
    "s.u",
    `t.u.${expiry}.${signature}`,
    `s.u.${Number(expiry) + 1}.${signature}`,
  ])
    expect(readTicket(other)).toBeNull();
});
