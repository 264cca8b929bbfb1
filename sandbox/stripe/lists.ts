import { badParam, noSuch } from "./errors";

interface Paging {
  limit?: bigint | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
  created?: { gt?: bigint; gte?: bigint; lt?: bigint; lte?: bigint } | undefined;
}

const DEFAULT_LIMIT = 10n;

/** One page of a list, newest first, as `{ object: "list", data, has_more, url }`. */
export function pageOf<T extends { id: string; created?: number }>(
  url: string,
  oldestFirst: T[],
  paging: Paging,
): { object: "list"; data: T[]; has_more: boolean; url: string } {
  if (paging.starting_after && paging.ending_before)
    throw badParam("Received both starting_after and ending_before.", "ending_before");
  const limit = Number.parseInt(String(paging.limit ?? DEFAULT_LIMIT), 10);
  const all = oldestFirst.filter((item) => within(item.created, paging.created)).reverse();
  const position = (id: string, param: string) => {
    const index = all.findIndex((item) => item.id === id);
    if (index < 0) throw noSuch("object in this list", id, param, 400);
    return index;
  };
  if (paging.ending_before) {
    const end = position(paging.ending_before, "ending_before");
    const start = Math.max(0, end - limit);
    return { object: "list", data: all.slice(start, end), has_more: start > 0, url };
  }
  const start = paging.starting_after ? position(paging.starting_after, "starting_after") + 1 : 0;
  return { object: "list", data: all.slice(start, start + limit), has_more: all.length > start + limit, url };
}

function within(created: number | undefined, range: Paging["created"]): boolean {
  if (!range || created === undefined) return true;
  const { gt, gte, lt, lte } = range;
  return !(
    (gt !== undefined && created <= gt) ||
    (gte !== undefined && created < gte) ||
    (lt !== undefined && created >= lt) ||
    (lte !== undefined && created > lte)
  );
}
