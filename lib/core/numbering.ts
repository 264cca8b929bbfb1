/** Widest pattern accepted, and the width of the number it prints. */
export const MAX_PATTERN = 40;

/** A series pattern: text, optionally {YYYY}, and exactly one run of zeros in braces that gives the padding: INV-{0000}. */
export function isNumberPattern(pattern: string): boolean {
  return (
    pattern.length <= MAX_PATTERN && /^[\w\-/. ]*(\{YYYY\})?[\w\-/. ]*\{0{1,12}\}[\w\-/. ]*$/.test(pattern)
  );
}

/** The printed number of a series: `INV-{YYYY}-{0000}` with 7 in 2026 gives INV-2026-0007. `date` is ISO. */
export function formatNumber(pattern: string, value: number, date: string): string {
  return pattern
    .replace("{YYYY}", date.slice(0, 4))
    .replace(/\{(0+)\}/, (_, zeros: string) => String(value).padStart(zeros.length, "0"));
}
