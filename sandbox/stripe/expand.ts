import type { State } from "../state";
import { badParam } from "./errors";

const MAX_DEPTH = 4;

type Wire = Record<string, unknown>;

/** Any stored object by its id; the prefix says where to look. */
export function findObject(state: State, id: string): object | undefined {
  const tables: Record<string, Record<string, object>> = {
    pi: state.intents,
    ch: state.charges,
    re: state.refunds,
    cus: state.customers,
    txn: state.balanceTransactions,
    evt: state.events,
  };
  const table = tables[id.slice(0, id.indexOf("_"))];
  return table && Object.hasOwn(table, id) ? table[id] : undefined;
}

/** A copy of `value` with the named ids replaced by their objects. */
export function expand(state: State, value: object, paths: string[] = []): object {
  const copy = structuredClone(value) as Wire;
  for (const path of paths) {
    const names = path.split(".");
    if (names.length > MAX_DEPTH + 1)
      throw badParam("You cannot expand more than 4 levels of a property", "expand");
    into(state, copy, names, path);
  }
  return copy;
}

function into(state: State, target: Wire, names: string[], path: string): void {
  const [name = "", ...rest] = names;
  if (name === "data" && Array.isArray(target.data)) {
    for (const item of target.data as Wire[]) into(state, item, rest, path);
    return;
  }
  const included = include(state, target, name);
  if (included) target[name] = included;
  const value = target[name];
  if (value === null) return;
  if (typeof value === "string") {
    const found = findObject(state, value);
    if (!found) throw cannot(path);
    target[name] = structuredClone(found);
  }
  const next = target[name];
  if (typeof next !== "object" || next === null) throw cannot(path);
  if (rest.length > 0) into(state, next as Wire, rest, path);
}

/** Lists that an object only carries when asked to. */
function include(state: State, target: Wire, name: string): object | undefined {
  const id = String(target.id);
  const list = (url: string, data: object[]) => ({ object: "list", data, has_more: false, url });
  if (target.object === "checkout.session" && name === "line_items")
    return list(`/v1/checkout/sessions/${id}/line_items`, state.sessions[id]?.lineItems ?? []);
  if (target.object === "charge" && name === "refunds") {
    const refunds = Object.values(state.refunds).filter((refund) => refund.charge === id);
    return list(`/v1/charges/${id}/refunds`, refunds.reverse());
  }
  return undefined;
}

const cannot = (path: string) => badParam(`This property cannot be expanded (${path}).`, "expand");
