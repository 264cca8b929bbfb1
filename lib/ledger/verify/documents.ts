import { sum } from "@/lib/core/money";
import type { InvoiceTotals } from "@/lib/core/totals";
import { amountText, type Check, type Difference } from "./difference";
import { expectedPostings } from "./expected-postings";
import { recompute, wholeAdjustments } from "./recompute";
import type { StoredDocument, StoredTaxRow } from "./stored";
import { storedDocuments } from "./stored-documents";

/** Documents that are held at a time. */
const BATCH = 500;
const FIRST = "00000000-0000-0000-0000-000000000000";
const NAMES = { invoice: "invoice", credit_note: "credit note", quote: "quote" };

/** Issued documents say what their lines come to, and their finalization has posted just that. */
export const documentsArePosted: Check = {
  title: "Issued documents are what their lines come to, and are posted so",
  run: async (sql, organizationId) => {
    const [organization] = await sql`select currency from organizations where id = ${organizationId}`;
    const found: Difference[] = [];
    let last = FIRST;
    for (;;) {
      const batch = await storedDocuments(sql, organizationId, last, BATCH);
      for (const document of batch) found.push(...documentDifferences(document, organization?.currency));
      const end = batch.at(-1);
      if (!end || batch.length < BATCH) return found;
      last = end.id;
    }
  },
};

/** A figure by its name: what it must be, what it is, and its currency where that is not the document's. */
type Figure = [what: string, expected: bigint, found: bigint, currency?: string];

/** What differs between a document, what its lines come to, and what it has posted. Pure. */
export function documentDifferences(document: StoredDocument, base: string): Difference[] {
  const totals = recompute(document);
  const figures = [
    ...lineFigures(document, totals),
    ...taxFigures(document, totals),
    ...sumFigures(document, totals),
    ...postingFigures(document, base),
  ];
  const subject = `${NAMES[document.kind]} ${document.number}`;
  return figures.flatMap(([what, expected, found, currency = document.currency]) =>
    expected === found
      ? []
      : [{ subject, what, expected: amountText(expected, currency), found: amountText(found, currency) }],
  );
}

function lineFigures(document: StoredDocument, totals: InvoiceTotals): Figure[] {
  const lines = document.items.flatMap((item, index): Figure[] => {
    const line = totals.lines[index];
    const name = `line ${item.position}`;
    return [
      [`${name}, gross`, line?.grossMinor ?? 0n, item.grossMinor],
      [`${name}, discount`, line?.discountMinor ?? 0n, item.discountMinor],
      [`${name}, amount`, line?.amountMinor ?? 0n, item.amountMinor],
      [`${name}, net`, line?.netMinor ?? 0n, item.netMinor],
    ];
  });
  const adjustments = wholeAdjustments(document).flatMap(({ kind, position }, index): Figure[] => {
    const own = document.adjustments.filter((row) => row.position === position);
    const whole = totals.adjustments[index];
    return [
      [`${kind} ${position}, amount`, whole?.amountMinor ?? 0n, sum(own.map((row) => row.amountMinor))],
      [`${kind} ${position}, net`, whole?.netMinor ?? 0n, sum(own.map((row) => row.netMinor))],
    ];
  });
  return [...lines, ...adjustments];
}

function taxFigures(document: StoredDocument, totals: InvoiceTotals): Figure[] {
  const computed = [
    ...totals.taxes.map((row) => ({ ...row, key: `vat ${row.category} ${row.ratePpm}` })),
    ...totals.compounds.map((row) => ({ ...row, key: `compound ${row.name} ${row.ratePpm}` })),
    ...totals.withholdings.map((row) => ({ ...row, key: `withholding ${row.name} ${row.ratePpm}` })),
  ];
  const keyOf = (row: StoredTaxRow) => `${row.kind} ${row.category ?? row.name} ${row.ratePpm}`;
  const keys = new Set([...computed.map(({ key }) => key), ...document.taxes.map(keyOf)]);
  return [...keys].flatMap((key): Figure[] => {
    const due = computed.find((row) => row.key === key);
    const stored = document.taxes.find((row) => keyOf(row) === key);
    return [
      [`${key} ppm, base`, due?.baseMinor ?? 0n, stored?.baseMinor ?? 0n],
      [`${key} ppm, tax`, due?.taxMinor ?? 0n, stored?.taxMinor ?? 0n],
    ];
  });
}

function sumFigures(document: StoredDocument, totals: InvoiceTotals): Figure[] {
  // Documents issued before discounts had an account of their own have none of them noted.
  const granted = document.grantedMinor === 0n ? 0n : totals.grantedMinor;
  return [
    ["subtotal", totals.subtotalMinor, document.subtotalMinor],
    ["tax", totals.taxMinor, document.taxMinor],
    ["total", totals.totalMinor, document.totalMinor],
    ["withheld", totals.withheldMinor, document.withheldMinor],
    ["discounts granted", granted, document.grantedMinor],
  ];
}

function postingFigures(document: StoredDocument, base: string): Figure[] {
  const expected = expectedPostings(document, base);
  const codes = new Set([...expected, ...document.postings].map(({ accountCode }) => accountCode));
  return [...codes].sort().flatMap((code): Figure[] => {
    const due = expected.find((posting) => posting.accountCode === code);
    const posted = document.postings.find((posting) => posting.accountCode === code);
    return [
      [`posted to ${code}`, due?.amountMinor ?? 0n, posted?.amountMinor ?? 0n],
      [`posted to ${code} in the currency of the books`, due?.baseMinor ?? 0n, posted?.baseMinor ?? 0n, base],
    ];
  });
}
