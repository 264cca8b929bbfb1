import { formatNumber } from "./numbering";

type Numbered = { number: string; issueDate: string };
/** How far a series has counted; the year is 0 where it does not begin again each year. */
type Counter = { year: number; nextValue: number };

/**
 * The numbers that a series has given and that no document bears. A number counts as borne when a document of the
 * series shows its value, whatever the pattern was then; and when it is `taken` by another, for then it was passed over.
 */
export function missingNumbers(
  pattern: string,
  counters: readonly Counter[],
  documents: readonly Numbered[],
  taken: ReadonlySet<string>,
): string[] {
  return counters.flatMap(({ year, nextValue }) => {
    const own = documents.filter(({ issueDate }) => year === 0 || Number(issueDate.slice(0, 4)) === year);
    const borne = new Set(own.flatMap(valuesOf));
    const missing: string[] = [];
    let near = own[0]?.issueDate ?? `${year}-01-01`;
    const dates = new Map(
      own.flatMap((one) => valuesOf(one).map((value) => [value, one.issueDate] as const)),
    );
    for (let value = 1; value < nextValue; value += 1) {
      near = dates.get(value) ?? near;
      const number = formatNumber(pattern, value, near);
      if (!borne.has(value) && !taken.has(number)) missing.push(number);
    }
    return missing;
  });
}

/** What a number may count: each run of its digits, but for the year in it. */
function valuesOf({ number, issueDate }: Numbered): number[] {
  const runs = (number.match(/\d+/g) ?? []).map(Number);
  const counted = runs.filter((value) => value !== Number(issueDate.slice(0, 4)));
  return counted.length > 0 ? counted : runs;
}
