import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest, total } from "./result";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((state) => ({ status: state })),
});

describe("counting", () => {
  it("sums the parts", () => {
    expect(
      total([
        { passed: 2, failed: 0 },
        { passed: 1, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });

  it("counts a test file that could not be loaded as a failure", () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [file("passed", "passed"), file("failed", "passed", "failed"), file("failed")],
    };
    expect(countVitest(report, 1)).toEqual({ passed: 2, failed: 2 });
  });

  it("counts a runner that crashed as a failure, whatever its report says", () => {
    expect(countVitest({ numPassedTests: 5, numFailedTests: 0, testResults: [] }, 1)).toEqual({
      passed: 5,
      failed: 1,
    });
    expect(countVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright({ stats: { expected: 1, unexpected: 0, flaky: 0 } }, 1)).toEqual({
      passed: 1,
      failed: 1,
    });
    expect(countPlaywright(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it("counts a story that passed only when repeated as a failure", () => {
    expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1 } }, 1)).toEqual({
      passed: 3,
      failed: 2,
    });
  });
});
