import fc from "fast-check";
import type { TaxCategory } from "@/lib/core/tax";
import type { TaxRate } from "@/lib/invoices/tax-rate";

/** Tax rates of every category, some of them with other taxes beside VAT; their ids are the same in every run. */
const RATES: [TaxCategory, number, Partial<TaxRate>?][] = [
  ["S", 200_000],
  ["S", 70_000],
  ["S", 200_000, { compound: { name: "Provincial", ratePpm: 99_750 } }],
  ["S", 200_000, { withholding: { name: "Income tax", ratePpm: 150_000 } }],
  [
    "S",
    81_250,
    { compound: { name: "Levy", ratePpm: 15_000 }, withholding: { name: "Income tax", ratePpm: 200_000 } },
  ],
  ["Z", 0],
  ["E", 0, { exemptionReason: "Training, exempt by our own words." }],
  ["E", 0],
  ["AE", 0],
  ["K", 0],
  ["G", 0],
  ["O", 0],
];

export const formRates: ReadonlyMap<string, TaxRate> = new Map(
  RATES.map(([category, ratePpm, extra], index) => {
    const id = `0197a1de-0000-7000-8000-${String(index + 1).padStart(12, "0")}`;
    const name = `Tax ${index + 1}`;
    return [
      id,
      { id, name, category, ratePpm, compound: null, withholding: null, exemptionReason: null, ...extra },
    ];
  }),
);

const taxRateId = fc.constantFrom("", ...formRates.keys());
const amount = (max: number) =>
  fc.tuple(fc.nat(max), fc.nat(99)).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, "0")}`);
const valueKind = fc.constantFrom("percent" as const, "amount" as const);

const line = fc.record({
  description: fc.constantFrom("Work", "Thing\nwith more"),
  quantity: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom("1", "2.5", "3", "0.333333", "17") },
    { weight: 1, arbitrary: fc.constantFrom("-0.5", "-1") },
  ),
  unit: fc.constantFrom("", "h"),
  unitPrice: fc.oneof(amount(2000), fc.constantFrom("0", "33.335", "0.000125")),
  discountKind: valueKind,
  discount: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: amount(20) }),
  taxRateId,
});

const adjustment = fc.record({
  kind: fc.constantFrom("discount" as const, "charge" as const),
  description: fc.constantFrom("Loyalty", "Freight"),
  valueKind,
  value: fc.oneof(amount(15), fc.constantFrom("0.00", "10", "3.3333")),
  taxRateId: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: taxRateId }),
});

/** What an invoice editor may hold: every tax, sign, discount and charge; most of it is acceptable. */
export const anyForm = fc.record({
  currency: fc.constantFrom("EUR", "EUR", "USD", "JPY", "KWD"),
  exchangeRate: fc.constantFrom("0.8", "1.2345678901", "160"),
  pricesIncludeTax: fc.boolean(),
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  adjustments: fc.oneof(fc.constant([]), fc.array(adjustment, { maxLength: 2 })),
});
