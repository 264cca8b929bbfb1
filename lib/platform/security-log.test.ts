import { expect, it } from "vitest";
import type { Ctx } from "./context";
import { conflict, DomainError, forbidden, invalid, stepUpNeeded, unauthenticated } from "./errors";
import { createLog } from "./log";
import { logRefusal } from "./security-log";

const ctx: Ctx = {
  actor: {
    kind: "user",
    organizationId: "o1",
    userId: "u1",
    sessionId: "s1",
    role: "accountant",
    clientId: null,
    provenAt: null,
  },
  requestId: "r1",
  ip: "203.0.113.9",
};

function logged(problem: DomainError, who: Ctx | undefined = ctx, what?: string) {
  const lines: string[] = [];
  logRefusal(who, problem, what, createLog({ write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

it("tells who was refused what, when and from where", () => {
  expect(logged(forbidden(), ctx, "audit.read")).toMatchObject([
    {
      security: "forbidden",
      what: "audit.read",
      requestId: "r1",
      actor: "user",
      organizationId: "o1",
      userId: "u1",
      ip: "203.0.113.9",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
    },
  ]);
  expect(JSON.stringify(logged(forbidden()))).not.toContain("s1");
});

it("tells of wrong passwords, codes and passkeys, of waits and proofs, and not of ordinary mistakes", () => {
  const events = [
    new DomainError("invalid", "wrongCredentials"),
    invalid("code", "wrongCode"),
    invalid("code", "wrongRecoveryCode"),
    conflict("tooManyTries"),
    new DomainError("too_many", "waitSeconds|30"),
    stepUpNeeded(),
    unauthenticated(),
    invalid("email", "invalidEmail"),
    conflict("changedElsewhere"),
  ].flatMap((problem) => logged(problem, undefined).map(({ security }) => security));
  expect(events).toEqual([
    "wrongCredentials",
    "wrongCode",
    "wrongRecoveryCode",
    "tooManyTries",
    "too_many",
    "step_up",
    "unauthenticated",
  ]);
});
