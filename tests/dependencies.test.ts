import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Part = { version?: string; integrity?: string; license?: string; link?: boolean; dev?: boolean };
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Part>;
};
const parts = Object.entries(packages).filter(([path]) => path !== "");
const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
  "dependencies" | "devDependencies",
  Record<string, string>
>;

it("is all locked, each with a digest", () => {
  expect(parts.length).toBeGreaterThan(300);
  expect(parts.filter(([, { integrity, link }]) => link || !integrity?.startsWith("sha512-"))).toEqual([]);
  // Types follow the version of Node.js that is installed; all else is named exactly.
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([name, version]) => !/^\d/.test(version) && name !== "@types/node",
  );
  expect(loose).toEqual([]);
});

it("has licences that let anybody run, change and pass the product on", () => {
  const free =
    /^\(?(MIT|MIT-0|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|OFL-1\.1|PostgreSQL|MPL-2\.0|LGPL-3\.0-or-later|CC-BY-4\.0|WTFPL)\b/;
  // png-js says MIT in its licence file alone.
  const others = parts.filter(
    ([path, { license }]) =>
      path !== "node_modules/png-js" && (!license || !free.test(license) || /AGPL|BUSL|SSPL/.test(license)),
  );
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
