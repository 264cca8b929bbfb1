/** Form parameters as Stripe nests them: `a[b][0]=c` becomes `{ a: { b: { 0: "c" } } }`. */
export type Raw = string | RawObject | undefined;
export interface RawObject {
  [key: string]: Raw;
}

const MAX_DEPTH = 10;

/** Parses an urlencoded body or query. A key that is not well formed is kept whole, to be refused as unknown. */
export function parseForm(source: URLSearchParams): RawObject {
  const root = empty();
  for (const [key, value] of source) put(root, segments(key), value);
  return root;
}

// Without a prototype, so that `__proto__` is a key like any other.
const empty = (): RawObject => Object.create(null) as RawObject;

function segments(key: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(key);
  if (!match) return [key];
  const inner = [...(match[2] ?? "").matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1] ?? "");
  return inner.length < MAX_DEPTH ? [match[1] ?? key, ...inner] : [key];
}

function put(root: RawObject, path: string[], value: string): void {
  let at = root;
  for (const [index, segment] of path.entries()) {
    const name = segment === "" ? String(Object.keys(at).length) : segment;
    if (index === path.length - 1) {
      at[name] = value;
      return;
    }
    const next = at[name];
    const child = typeof next === "object" ? next : empty();
    at[name] = child;
    at = child;
  }
}
