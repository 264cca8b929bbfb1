import { join } from "node:path";
import { build } from "esbuild";

/** Processes beside the web, each to become one file in dist. */
const ENTRIES = {
  worker: "worker/main.ts",
  sandbox: "sandbox/main.ts",
  migrate: "scripts/migrate.ts",
  "books-verify": "scripts/books-verify.ts",
  "keys-rotate": "scripts/keys-rotate.ts",
  "audit-verify": "scripts/audit-verify.ts",
};

/**
 * Native code and files that are read at run time can't be bundled; these stay in node_modules.
 * So does React: the PDF renderer there and our components must share one copy of it.
 */
const EXTERNAL = [
  "react",
  "react-dom",
  "@node-rs/argon2",
  "@react-pdf/renderer",
  "graphile-worker",
  "pino",
  "pg-native",
];

/** Some packages are CommonJS inside and want these names. */
const BANNER = `import { createRequire as __createRequire } from "node:module";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL(".", import.meta.url));`;

/** Bundles worker, sandbox and commands, so that production needs no TypeScript and starts at once; resolves with their paths. */
export async function bundleProcesses(root: string): Promise<string[]> {
  await build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir: join(root, "dist"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    banner: { js: BANNER },
    external: EXTERNAL,
    logLevel: "warning",
  });
  return Object.keys(ENTRIES).map((name) => join(root, "dist", `${name}.mjs`));
}
