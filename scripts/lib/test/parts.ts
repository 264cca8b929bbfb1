import { join } from "node:path";
import { Problem } from "../../preflight/problem.mjs";
import { build } from "../build-step";
import { bin, type Context, type Part, readReport, tool } from "./part";
import { countVitest, whole } from "./result";

const lint = async (context: Context) =>
  whole(
    (await tool(context, [bin(context, "@biomejs", "biome", "bin", "biome"), "check", "--colors=off"])) === 0,
  );

async function types(context: Context) {
  // Routes' types and next-env.d.ts are generated, and not in the repository.
  const generated = await tool(context, [bin(context, "next", "dist", "bin", "next"), "typegen"]);
  const checked = await tool(context, [
    bin(context, "typescript", "bin", "tsc"),
    "--noEmit",
    "--pretty",
    "false",
  ]);
  return whole(generated === 0 && checked === 0);
}

const vitest = (project: string) => async (context: Context) => {
  const report = join(context.scratch, `${project}.json`);
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const program = bin(context, "vitest", "vitest.mjs");
  const code = await tool(context, [program, "run", "--project", project, ...reporters, ...context.rest]);
  return countVitest(await readReport(report), code);
};

async function production({ root, signal }: Context) {
  const say = (text: string) => console.log(`  ${text}`);
  try {
    await build({ root, signal, say, title: say });
    return whole(true);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.log(`  ${error.message}`);
    return whole(false);
  }
}

// Loaded late: a product that can't even be loaded must fail this part, not all the others.
const stories = async (context: Context) => (await import("./e2e")).stories(context);

/** Everything `npm test` runs, the quickest first. */
export const parts: readonly Part[] = [
  { name: "lint", title: "Format and lint", run: lint },
  { name: "types", title: "Types", run: types },
  { name: "unit", title: "Unit tests", run: vitest("unit") },
  { name: "integration", title: "Integration tests on PostgreSQL", run: vitest("integration") },
  { name: "build", title: "Production build", run: production },
  { name: "e2e", title: "Stories in a browser, against the production build", run: stories },
];
