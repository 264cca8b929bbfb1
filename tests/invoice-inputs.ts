import fc from "fast-check";
import type { Adjustment } from "@/lib/core/adjustments";
import type { Discount, LineInput } from "@/lib/core/lines";
import type { ExtraTax, Tax } from "@/lib/core/tax";
import type { InvoiceInput } from "@/lib/core/totals";

/** How many random invoices the laws of calculation are held against, each. */
export const RANDOM_INVOICES = 100_000;

/** A standard rate; `extra` for its compound and withholding taxes. */
export function standard(ratePpm: number, extra: Partial<Tax> = {}): Tax {
  return { category: "S", ratePpm, compound: null, withholding: null, ...extra };
}

export const eco: ExtraTax = { name: "Eco levy", ratePpm: 15_000 };
export const provincial: ExtraTax = { name: "Provincial", ratePpm: 99_750 };
export const income: ExtraTax = { name: "Income tax", ratePpm: 150_000 };

const taxes: Tax[] = [
  standard(190_000),
  standard(70_000),
  standard(190_000, { compound: eco }),
  standard(190_000, { compound: provincial, withholding: income }),
  standard(81_250, { withholding: { name: "Income tax", ratePpm: 200_000 } }),
  standard(1_000_000, { compound: eco, withholding: income }),
  { category: "Z", ratePpm: 0, compound: eco, withholding: null },
  { category: "E", ratePpm: 0, compound: null, withholding: income },
  { category: "AE", ratePpm: 0, compound: null, withholding: null },
  { category: "O", ratePpm: 0, compound: null, withholding: null },
];

const tax = fc.constantFrom(...taxes);

const decimal = (max: number, places: number) =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([whole, part]) => {
      return `${whole}.${String(part).padStart(places, "0")}`;
    });

const quantity = fc
  .tuple(fc.constantFrom("", "", "", "-"), fc.oneof(decimal(1000, 6), fc.constantFrom("1", "1.5", "3")))
  .map(([sign, number]) => sign + number);

const value: fc.Arbitrary<Discount> = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }).map((ppm) => ({ kind: "percent" as const, ppm })),
  fc.integer({ min: 0, max: 99_999 }).map((minor) => ({ kind: "amount" as const, minor: BigInt(minor) })),
);

const line: fc.Arbitrary<LineInput> = fc.record({
  quantity,
  unitPrice: fc.oneof(decimal(9999, 2), decimal(9, 6), fc.constantFrom("0", "0.01", "0.05", "33.33", "100")),
  discount: fc.option(value, { freq: 2 }),
  tax,
});

const adjustment: fc.Arbitrary<Adjustment> = fc.record({
  kind: fc.constantFrom("discount" as const, "charge" as const),
  value,
  tax: fc.option(tax),
});

/** Invoices of all kinds: few lines, but every tax, sign, discount, charge and number of minor units. */
export const anyInvoice: fc.Arbitrary<InvoiceInput> = fc.record({
  currency: fc.constantFrom("EUR", "EUR", "JPY", "KWD", "CLF"),
  pricesIncludeTax: fc.boolean(),
  lines: fc.array(line, { maxLength: 6 }),
  adjustments: fc.array(adjustment, { maxLength: 2 }),
});

/** The same invoice the other way round: what was asked is given back. */
export function reversed(input: InvoiceInput): InvoiceInput {
  return {
    ...input,
    lines: input.lines.map((one) => ({
      ...one,
      quantity: one.quantity.startsWith("-") ? one.quantity.slice(1) : `-${one.quantity}`,
      discount: one.discount && negated(one.discount),
    })),
    adjustments: input.adjustments.map((one) => ({ ...one, value: negated(one.value) })),
  };
}

// A percentage follows the sign of what it is of; a fixed amount has its own.
function negated(value: Discount): Discount {
  return value.kind === "amount" ? { kind: "amount", minor: -value.minor } : value;
}
