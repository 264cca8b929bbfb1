import { describe, expect, it } from "vitest";
import {
  customRole,
  goesBeyond,
  grantable,
  neededBy,
  reachOf,
  withNeeded,
  withoutNeeding,
} from "./custom-roles";
import { may, type Permission, permissions } from "./permissions";
import { sessionLimitsOf } from "./session-limits";

const role = (...granted: Permission[]) => customRole({ id: "1", name: "Some", permissions: granted });

describe("a custom role", () => {
  it("can be made of what staff may, and of nobody's own account", () => {
    for (const permission of grantable) expect(may("admin", permission)).toBe(true);
    for (const not of ["account.write", "session.end", "factor.write", "invoice.pay", "webhook.process"])
      expect(grantable).not.toContain(not);
  });

  it("has one's own account whatever it grants", () => {
    for (const own of ["account.write", "session.end", "factor.write", "organization.read"] as const)
      expect(may(role("job.read"), own)).toBe(true);
    expect(may(role("job.read"), "invoice.read")).toBe(false);
  });

  it("gains what its permissions need, and no more by asking again", () => {
    expect(withNeeded(["creditNote.write"])).toEqual([
      "invoice.read",
      "invoice.write",
      "creditNote.write",
      "client.read",
      "taxRate.read",
      "exchangeRate.read",
    ]);
    expect(withNeeded(["job.retry", "invoice.fly", "account.write"])).toEqual([
      "job.read",
      "job.retry",
      "webhook.read",
    ]);
    for (const permission of grantable) {
      const whole = withNeeded([permission]);
      expect(withNeeded(whole)).toEqual(whole);
      // An accountant's permissions need none of an admin's.
      if (may("accountant", permission)) expect(whole.filter((one) => !may("accountant", one))).toEqual([]);
    }
    expect(neededBy("invoice.read", ["invoice.read", "invoice.send", "job.read"])).toEqual(["invoice.send"]);
  });

  it("loses a permission with what is no use without it, also where two need each other", () => {
    const chosen = withNeeded(["job.retry", "invoice.send"]);
    expect(neededBy("webhook.read", withNeeded(["webhook.read"]))).toEqual([]);
    expect(withoutNeeding("webhook.read", chosen)).toEqual(["invoice.read", "invoice.send"]);
    for (const permission of grantable) {
      const rest = withoutNeeding(permission, grantable);
      expect(withNeeded(rest)).toEqual(rest);
      expect(rest).not.toContain(permission);
    }
  });

  it("goes beyond another that lacks any of it", () => {
    expect(goesBeyond("admin", role(...grantable))).toBe(false);
    expect(goesBeyond("accountant", "admin")).toBe(false);
    expect(goesBeyond("client", "admin")).toBe(false);
    expect(goesBeyond(role("audit.read"), "accountant")).toBe(true);
    expect(goesBeyond("accountant", role("invoice.read"))).toBe(true);
    expect(goesBeyond(role("invoice.read"), role("invoice.read", "client.read"))).toBe(false);
  });

  it("reaches as far as what it grants", () => {
    expect(reachOf(role("invoice.read", "books.export"))).toEqual({ admin: false, writes: false });
    expect(reachOf(role("audit.read"))).toEqual({ admin: true, writes: false });
    expect(reachOf(role("payment.refund"))).toEqual({ admin: false, writes: true });
    expect(reachOf(role("role.write"))).toEqual({ admin: true, writes: true });
    expect(sessionLimitsOf(role("audit.read"))).toEqual(sessionLimitsOf("admin"));
    expect(sessionLimitsOf(role("payment.refund"))).toEqual(sessionLimitsOf("accountant"));
  });

  it("knows every permission by its name alone", () => {
    expect(Object.keys(permissions)).toEqual(expect.arrayContaining([...grantable]));
  });
});
