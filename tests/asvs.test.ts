import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Row = { id: string; level: number; state: string; how: string; proofs: [file: string, title: string][] };

const STATES = ["met", "operator", "not applicable", "not met"];

const rows: Row[] = [
  ...readFileSync("docs/asvs.md", "utf8").matchAll(
    /^\| (V\d[\d.]*) \| (\d) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$/gm,
  ),
].map(([, id = "", level, state = "", how = "", proof = ""]) => ({
  id,
  level: Number(level),
  state,
  how,
  proofs: [...proof.matchAll(/`([^`]+)` ([^;|]+)/g)].map(([, file = "", title = ""]) => [file, title.trim()]),
}));

/** The title of a test, or of a group of them, begins with these words, in a file none of whose tests are skipped. */
function proofProblem([file, title]: [string, string]): string | null {
  if (!/\.(test|spec)\.tsx?$/.test(file) || !existsSync(file)) return `${file} is not there`;
  const source = readFileSync(file, "utf8");
  if (/\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|only|todo|fixme|fails|skipIf|runIf)\b/.test(source))
    return `${file} skips`;
  const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`\\b(?:it|test|describe)(?:\\.each\\([^]*?\\))?\\(\\s*["'\`]${escaped}`).test(source)
    ? null
    : `${file} has no test "${title}"`;
}

describe("docs/asvs.md", () => {
  it("answers every requirement of ASVS 5.0 once", () => {
    expect(rows).toHaveLength(345);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(345);
    // OWASP ASVS 5.0.0: 70 requirements of level 1, 183 more of level 2, 92 more of level 3.
    const count = (level: number) => rows.filter((row) => row.level === level).length;
    expect([count(1), count(2), count(3)]).toEqual([70, 183, 92]);
  });

  it("answers in one of four ways, with words", () => {
    expect(rows.filter(({ state, how }) => !STATES.includes(state) || how.length < 4)).toEqual([]);
  });

  it("names a test for everything that is met, which is there and runs", () => {
    const met = rows.filter(({ state }) => state === "met");
    expect(met.filter(({ proofs }) => proofs.length === 0).map(({ id }) => id)).toEqual([]);
    const problems = met.flatMap(({ id, proofs }) =>
      proofs.map((proof) => proofProblem(proof)).flatMap((problem) => (problem ? [`${id}: ${problem}`] : [])),
    );
    expect(problems).toEqual([]);
  });

  it("says at its head how many there are of each", () => {
    const head = readFileSync("docs/asvs.md", "utf8");
    for (const level of [1, 2, 3])
      expect(head).toContain(
        `| ${level} | ${STATES.map((state) => rows.filter((row) => row.level === level && row.state === state).length).join(" | ")} |`,
      );
  });
});
