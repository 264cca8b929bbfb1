import { readProblem } from "@/lib/core/problem";

type Translate = {
  (key: never, values?: never): string;
  has: (key: never) => boolean;
};

/** A field's problem in words, by a translator of the namespace "errors". An unknown one is just not valid. */
export function problemText(t: Translate, problem: string): string {
  const { key, limit } = readProblem(problem);
  return t.has(key as never) ? t(key as never, { limit } as never) : t("invalid" as never);
}
