/** What one part of `npm test` found. */
export interface Result {
  passed: number;
  failed: number;
}

export const total = (results: readonly Result[]): Result => ({
  passed: results.reduce((sum, { passed }) => sum + passed, 0),
  failed: results.reduce((sum, { failed }) => sum + failed, 0),
});

/** A check that passes or fails as a whole. */
export const whole = (ok: boolean): Result => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** A runner that ended badly without naming a test that failed has failed all the same. */
const honest = (result: Result, exitCode: number): Result =>
  exitCode !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Counts a report of Vitest; a file that could not be loaded counts as one failure. */
export function countVitest(report: VitestReport | undefined, exitCode: number): Result {
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded }, exitCode);
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors?: unknown[];
}

/** Counts a report of Playwright; a story that only passes on a second try has failed. */
export function countPlaywright(report: PlaywrightReport | undefined, exitCode: number): Result {
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0) }, exitCode);
}
