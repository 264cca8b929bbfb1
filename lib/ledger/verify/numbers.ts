import { missingNumbers } from "@/lib/core/number-gaps";
import type { Check } from "./difference";

/** Every number that a series has given stands on a document. */
export const numbersAreGapless: Check = {
  title: "Numbers have no gaps",
  run: async (sql, organizationId) => {
    const series = await sql<{ code: string; pattern: string }[]>`
      select code, pattern from number_series where organization_id = ${organizationId} order by code`;
    const counters = await sql<{ series: string; year: number; nextValue: number }[]>`
      select series, year, next_value as "nextValue" from number_counters
      where organization_id = ${organizationId} order by series, year`;
    const documents = await sql<{ kind: string; number: string; issueDate: string }[]>`
      select kind, number, issue_date::text as "issueDate" from invoices
      where organization_id = ${organizationId} and number is not null`;
    const taken = new Set(documents.map(({ number }) => number));
    return series.flatMap(({ code, pattern }) =>
      missingNumbers(
        pattern,
        counters.filter((counter) => counter.series === code),
        documents.filter((document) => document.kind === code),
        taken,
      ).map((number) => ({ subject: number, what: "number", expected: "a document", found: "none" })),
    );
  },
};
