/**
 * One page of a list that is read by key, from `size + 1` rows: whether there is more follows from the extra one.
 * Rows that were read backwards (from a page to the one before it) are put back in the list's order.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  size: number,
  from: { forwards: boolean; backwards: boolean },
): { rows: Row[]; next: Row | null; previous: Row | null } {
  const more = rows.length > size;
  const page = rows.slice(0, size);
  if (from.backwards) page.reverse();
  return {
    rows: page,
    next: from.backwards || more ? (page.at(-1) ?? null) : null,
    previous: from.forwards || (from.backwards && more) ? (page.at(0) ?? null) : null,
  };
}
