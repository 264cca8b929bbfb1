import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";

/** The arrows of ARCHITECTURE.md: what each layer may import, beside itself. */
const LAYERS: Record<string, string[]> = {
  "lib/core": [],
  db: ["lib/core"],
  "lib/platform": ["db", "lib/core"],
  "lib/i18n": ["lib/core", "messages"],
  messages: [],
  "lib/ledger": ["lib/platform", "db", "lib/core"],
  "lib/auth": ["lib/platform", "db", "lib/core"],
  "lib/accounts": ["lib/auth", "lib/platform", "db", "lib/core"],
  "lib/factors": ["lib/auth", "lib/platform", "db", "lib/core"],
  "lib/users": ["lib/auth", "lib/platform", "db", "lib/core"],
  "lib/organizations": ["lib/auth", "lib/parties", "lib/platform", "db", "lib/core"],
  "lib/parties": ["lib/platform", "db", "lib/core"],
  "lib/files": ["lib/platform", "db", "lib/core"],
  "lib/clients": ["lib/parties", "lib/platform", "db", "lib/core"],
  "lib/allocations": ["lib/ledger", "lib/platform", "db", "lib/core"],
  "lib/exchange": ["lib/platform", "db", "lib/core"],
  "lib/invoices": [
    "lib/allocations",
    "lib/parties",
    "lib/files",
    "lib/ledger",
    "lib/i18n",
    "lib/platform",
    "db",
    "lib/core",
  ],
  "lib/quotes": ["lib/invoices", "lib/i18n", "lib/platform", "db", "lib/core"],
  "lib/payments": ["lib/invoices", "lib/allocations", "lib/ledger", "lib/platform", "db", "lib/core"],
  "lib/overview": ["lib/i18n", "lib/platform", "db", "lib/core"],
  "lib/admin": ["lib/platform", "db", "lib/core"],
  "lib/audit": ["lib/platform", "db", "lib/core"],
  "lib/statements": ["lib/ledger", "lib/parties", "lib/platform", "db", "lib/core"],
  "lib/documents": [
    "lib/invoices",
    "lib/parties",
    "lib/files",
    "lib/statements",
    "lib/i18n",
    "lib/platform",
    "db",
    "lib/core",
    "messages",
  ],
  "lib/privacy": [
    "lib/auth",
    "lib/accounts",
    "lib/users",
    "lib/files",
    "lib/documents",
    "lib/payments",
    "lib/invoices",
    "lib/parties",
    "lib/i18n",
    "lib/platform",
    "db",
    "lib/core",
  ],
  emails: [],
  "lib/notifications": [
    "emails",
    "lib/documents",
    "lib/statements",
    "lib/invoices",
    "lib/users",
    "lib/accounts",
    "lib/i18n",
    "lib/platform",
    "db",
    "lib/core",
  ],
  "lib/web": [
    "lib/auth",
    "lib/files",
    "lib/privacy",
    "lib/invoices",
    "lib/i18n",
    "lib/platform",
    "db",
    "lib/core",
  ],
  worker: [
    "lib/notifications",
    "lib/payments",
    "lib/invoices",
    "lib/audit",
    "lib/privacy",
    "lib/platform",
    "db",
    "lib/core",
  ],
  // Components take props; from lib they take what runs in a browser alone, which a test below asserts.
  components: ["lib"],
  app: ["components", "lib", "messages"],
};

/** Only these talk to the world outside, and only env reads the environment. */
const ALONE: [string, RegExp, RegExp][] = [
  ["Stripe's SDK", /from "stripe"/, /^lib\/payments\/gateways\/stripe\//],
  ["Resend's SDK", /from "resend"/, /^lib\/notifications\/channels\//],
  ["the European Central Bank", /eurofxref/, /^lib\/exchange\/sources\/ecb\.ts$|^sandbox\//],
  ["the environment", /process\.env/, /^lib\/platform\/env\.ts$|^instrumentation\.ts$/],
];

const root = process.cwd();
const sources = [...Object.keys(LAYERS).filter((layer) => !layer.startsWith("lib/")), "lib"]
  .flatMap(list)
  .concat(["proxy.ts", "instrumentation.ts"])
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith("db/seed/"));

function list(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

const layerOf = (path: string) =>
  Object.keys(LAYERS)
    .filter((layer) => path === layer || path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];

function importsOf(file: string): { target: string; types: boolean }[] {
  const text = readFileSync(join(root, file), "utf8");
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;"']*?from\s+"([^"]+)"|import\("([^"]+)"\)/g),
  ].flatMap((match) => {
    const name = match[2] ?? match[3] ?? "";
    const target = name.startsWith("@/")
      ? name.slice(2)
      : name.startsWith(".")
        ? join(dirname(file), name).split(sep).join("/")
        : "";
    return target ? [{ target, types: Boolean(match[1]) }] : [];
  });
}

/** The first chain of imports that runs from a file to a forbidden one; types do not run. */
function pathTo(forbidden: RegExp, file: string, seen = new Set<string>()): string | undefined {
  for (const { target, types } of importsOf(file)) {
    if (types) continue;
    if (forbidden.test(target)) return `${file} → ${target}`;
    const next = sources.find((source) => source.replace(/(\/index)?\.tsx?$/, "") === target);
    if (!next || seen.has(next)) continue;
    seen.add(next);
    const rest = pathTo(forbidden, next, seen);
    if (rest) return `${file} → ${rest}`;
  }
  return undefined;
}

describe("architecture", () => {
  it("finds the sources", () => expect(sources.length).toBeGreaterThan(150));

  it("knows every folder of lib", () => {
    const folders = readdirSync(join(root, "lib"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map((entry) => `lib/${entry.name}`).filter((folder) => !LAYERS[folder])).toEqual([]);
  });

  it("has arrows that point one way", () => {
    const wrong = sources.flatMap((file) => {
      const from = layerOf(file);
      if (!from) return [];
      return importsOf(file)
        .filter(({ target }) => {
          const to = layerOf(target) ?? target;
          const allowed = LAYERS[from] ?? [];
          return to !== from && !allowed.some((layer) => to === layer || to.startsWith(`${layer}/`));
        })
        .map(({ target }) => `${file} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it("keeps queries and the server out of components, also by way of others", () => {
    const server = /^(db|lib\/web|lib\/platform\/(?!ids$|clock$)[^/]+)/;
    const wrong = sources
      .filter((file) => file.startsWith("components/"))
      .flatMap((file) => pathTo(server, file) ?? []);
    expect(wrong).toEqual([]);
  });

  it("lets only their own folders talk to providers and read the environment", () => {
    const wrong = ALONE.flatMap(([what, pattern, owner]) =>
      sources
        .filter((file) => !owner.test(file) && pattern.test(readFileSync(join(root, file), "utf8")))
        .map((file) => `${file} uses ${what}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has server actions that go through a verb", () => {
    const actions = sources.filter((file) => readFileSync(join(root, file), "utf8").includes('"use server"'));
    const wrong = actions.filter((file) => !/\b(act|answer)\(/.test(readFileSync(join(root, file), "utf8")));
    expect(wrong).toEqual([]);
    expect(actions.length).toBeGreaterThan(0);
  });
});
