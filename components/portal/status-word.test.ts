import { describe, expect, it } from "vitest";
import { documentKinds, type InvoiceStatus, invoiceStatus, lifecycles } from "@/lib/core/status";
import { statusWord } from "./status-word";

describe("the word for a client", () => {
  it.each([
    ["invoice", "viewed", "toPay"],
    ["invoice", "void", "cancelled"],
    ["quote", "sent", "toAnswer"],
    ["quote", "void", "withdrawn"],
    ["credit_note", "applied", "used"],
  ] as const)("of an %s that is %s is %s", (kind, status, word) => {
    expect(statusWord(kind, status)).toBe(word);
  });

  it("is there for every status that a document of its kind can have once it is issued", () => {
    const ofKind = { invoice: ["void", "written_off"], quote: ["accepted", "declined", "void"] };
    for (const kind of documentKinds) {
      const ends = kind === "credit_note" ? ["void"] : ofKind[kind];
      const found = new Set<InvoiceStatus>();
      for (const lifecycle of lifecycles.filter((one) => one === "open" || ends.includes(one)))
        for (const balanceMinor of [0n, 50n, 100n])
          for (const dueDate of ["2026-01-01", "2026-12-31"])
            for (const [sent, viewed] of [
              [false, false],
              [true, false],
              [true, true],
            ] as const)
              found.add(
                invoiceStatus(
                  {
                    kind,
                    lifecycle,
                    payableMinor: 100n,
                    balanceMinor,
                    dueDate,
                    scheduledFor: null,
                    sent,
                    viewed,
                  },
                  "2026-06-01",
                ),
              );
      for (const status of found) expect(statusWord(kind, status), `${kind} ${status}`).not.toBe("issued");
    }
  });
});
