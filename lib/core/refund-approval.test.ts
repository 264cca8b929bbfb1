import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { needsApproval, withoutApproval } from "./refund-approval";

const amount = fc.bigInt({ min: 1n, max: 10n ** 12n });
const payment = fc.record({ amountMinor: amount, baseMinor: amount });

describe("the sum rule of refunds", () => {
  it.each([
    [50_000n, 50_000n, 0n, false],
    [50_000n, 50_001n, 0n, true],
    [50_000n, 20_000n, 30_000n, false],
    [50_000n, 20_001n, 30_000n, true],
    [0n, 1n, 0n, true],
    [null, 10n ** 12n, 0n, false],
  ])("beyond %s: %s after %s asks for a second person: %s", (limitMinor, amountMinor, givenMinor, asks) => {
    const same = { amountMinor: 100_000n, baseMinor: 100_000n };
    expect(needsApproval({ limitMinor, amountMinor, givenMinor, payment: same })).toBe(asks);
  });

  it("lets no splitting give back more than the limit", () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 30 }), amount, payment, (parts, limitMinor, paid) => {
        let givenMinor = 0n;
        for (const amountMinor of parts)
          if (!needsApproval({ limitMinor, amountMinor, givenMinor, payment: paid }))
            givenMinor += amountMinor;
        expect(givenMinor * paid.baseMinor <= limitMinor * paid.amountMinor).toBe(true);
      }),
    );
  });

  it("says exactly how much can still be given back by one person", () => {
    fc.assert(
      fc.property(
        amount,
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        payment,
        (limitMinor, givenMinor, paid) => {
          const sum = { limitMinor, givenMinor, payment: paid };
          const most = withoutApproval(sum) ?? 0n;
          if (most > 0n) expect(needsApproval({ ...sum, amountMinor: most })).toBe(false);
          expect(needsApproval({ ...sum, amountMinor: most + 1n })).toBe(true);
        },
      ),
    );
  });
});
