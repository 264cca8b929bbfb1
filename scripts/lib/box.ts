export type Row = readonly [label: string, value: string] | null;

/**
 * Draws rows of label and value in a frame; null makes an empty row.
 * @returns lines without a line ending
 */
export function box(title: string, rows: readonly Row[]): string[] {
  const labels = Math.max(0, ...rows.map((row) => row?.[0].length ?? 0));
  const texts = [title, "", ...rows.map((row) => (row ? `${row[0].padEnd(labels)}   ${row[1]}` : ""))];
  const width = Math.max(...texts.map((text) => text.length));
  return [
    `╭${"─".repeat(width + 4)}╮`,
    ...texts.map((text) => `│  ${text.padEnd(width)}  │`),
    `╰${"─".repeat(width + 4)}╯`,
  ];
}
