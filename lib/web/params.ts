/** The query of an address as Next.js hands it to a page. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Each parameter's first value; empty ones are not there. */
export async function firstValues(params: SearchParams): Promise<Record<string, string | undefined>> {
  const entries = Object.entries(await params).map(([key, value]) => [
    key,
    (Array.isArray(value) ? value[0] : value) || undefined,
  ]);
  return Object.fromEntries(entries);
}

/** A path with those parameters that have a value. */
export function pathWith(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) if (value) query.set(key, value);
  return query.size > 0 ? `${path}?${query}` : path;
}
