import { describe, expect, it } from "vitest";
import {
  isFresh,
  may,
  needsStepUp,
  type otherActors,
  type Permission,
  permissions,
  type roles,
} from "./permissions";

const granted = (subject: (typeof roles)[number] | (typeof otherActors)[number]) =>
  (Object.keys(permissions) as Permission[]).filter((permission) => may(subject, permission));

describe("the permission table", () => {
  it("gives a client its own documents, credit and account and nothing else", () => {
    expect(granted("client")).toEqual([
      "invoice.read",
      "file.read",
      "credit.read",
      "organization.read",
      "session.end",
      "account.read",
      "account.write",
      "account.export",
      "account.erase",
      "session.prove",
      "factor.read",
      "factor.write",
      "factor.remove",
    ]);
  });

  it("gives a link's holder its document and nothing else", () => {
    expect(granted("link")).toEqual([
      "invoice.read",
      "quote.answer",
      "invoice.view",
      "invoice.pay",
      "file.read",
      "organization.read",
    ]);
  });

  it("gives an accountant nothing that an admin lacks, and no users, jobs, webhooks or audit", () => {
    expect(granted("accountant").filter((permission) => !may("admin", permission))).toEqual([]);
    for (const area of ["user.", "role.", "refund.", "job.", "webhook.", "audit.", "organization.write"])
      expect(granted("accountant").filter((permission) => permission.startsWith(area))).toEqual([]);
  });

  it("lets nobody in particular only begin", () => {
    expect(granted("anonymous")).toEqual([
      "organization.create",
      "session.start",
      "account.recover",
      "account.confirmEmail",
      "invitation.accept",
    ]);
  });

  it("asks for a fresh proof before money goes back, roles change, books leave or factors do", () => {
    const asked = (Object.keys(permissions) as Permission[]).filter(needsStepUp);
    expect(asked).toEqual([
      "payment.refund",
      "refund.approve",
      "books.export",
      "organization.secure",
      "user.invite",
      "user.write",
      "role.write",
      "privacy.export",
      "privacy.erase",
      "privacy.retain",
      "account.export",
      "account.erase",
      "factor.write",
      "factor.remove",
      "factor.reset",
    ]);
  });

  it("takes a proof as fresh for five minutes", () => {
    const now = new Date("2026-03-01T12:00:00Z");
    const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    expect([ago(0), ago(299), ago(300), null].map((at) => isFresh(at, now))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
