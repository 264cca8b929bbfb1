import { describe, expect, it } from "vitest";
import { type InvoiceFacts, invoiceStatus, paymentState } from "./status";

const facts = (changes: Partial<InvoiceFacts>): InvoiceFacts => ({
  kind: "invoice",
  lifecycle: "open",
  payableMinor: 100n,
  balanceMinor: 100n,
  dueDate: "2026-03-15",
  scheduledFor: null,
  sent: false,
  viewed: false,
  ...changes,
});

describe("the status that people read", () => {
  it.each([
    ["draft", { lifecycle: "draft" }, "2026-01-01"],
    ["void", { lifecycle: "void", balanceMinor: 0n }, "2026-01-01"],
    ["written_off", { lifecycle: "written_off", balanceMinor: 0n }, "2026-01-01"],
    ["open", {}, "2026-03-15"],
    ["sent", { sent: true }, "2026-03-15"],
    ["viewed", { sent: true, viewed: true }, "2026-03-15"],
    ["partially_paid", { balanceMinor: 40n, viewed: true }, "2026-03-15"],
    ["overdue", { sent: true }, "2026-03-16"],
    ["overdue", { balanceMinor: 40n }, "2026-03-16"],
    ["scheduled", { lifecycle: "draft", scheduledFor: "2026-04-02" }, "2026-04-01"],
    ["viewed", { kind: "quote", balanceMinor: 0n, viewed: true }, "2026-03-15"],
    ["expired", { kind: "quote", balanceMinor: 0n }, "2026-03-16"],
    ["accepted", { kind: "quote", lifecycle: "accepted", balanceMinor: 0n }, "2026-03-16"],
    ["applied", { kind: "credit_note", balanceMinor: 0n }, "2026-04-01"],
    ["sent", { kind: "credit_note", sent: true }, "2026-04-01"],
    ["paid", { balanceMinor: 0n }, "2026-03-16"],
    ["paid", { balanceMinor: -5n }, "2026-03-16"],
    ["paid", { payableMinor: 0n, balanceMinor: 0n }, "2026-03-16"],
  ] satisfies [string, Partial<InvoiceFacts>, string][])("is %s, case %#", (status, changes, today) => {
    expect(invoiceStatus(facts(changes), today)).toBe(status);
  });

  it.each([
    [100n, 100n, "unpaid"],
    [100n, 99n, "partially_paid"],
    [100n, 0n, "paid"],
    [100n, -1n, "overpaid"],
    [0n, 0n, "paid"],
  ])("of %i with %i left is %s", (total, balance, state) => expect(paymentState(total, balance)).toBe(state));
});
