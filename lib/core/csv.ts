/** A cell: text, nothing, or a plain decimal that spreadsheets may read as a number. */
export type CsvCell = string | null | { number: string };

/** What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** A row of a CSV file (RFC 4180), with its line ending. Text that a spreadsheet would run is defused by an apostrophe. */
export const csvRow = (cells: readonly CsvCell[]): string => `${cells.map(cellText).join(",")}\r\n`;

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return cell.number;
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
