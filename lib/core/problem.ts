type Limited =
  | "tooLong"
  | "tooLarge"
  | "tooManyDecimals"
  | "tooManyLines"
  | "tooManyAdjustments"
  | "tooManyInstalments"
  | "tooManyInvoices"
  | "fileTooLarge"
  | "tooManyPixels"
  | "tooOften"
  | "waitSeconds"
  | "waitMinutes";

/** What is wrong with a field, with the limit it is over: "tooLong|200". The key is one of the `errors` catalog. */
export const over = (key: Limited, limit: number): string => `${key}|${limit}`;

/** The key of a field's problem, and the limit where it names one. */
export function readProblem(problem: string): { key: string; limit: number | undefined } {
  const [key = "", limit] = problem.split("|");
  return { key, limit: limit === undefined ? undefined : Number(limit) };
}
