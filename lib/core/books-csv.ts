import type { BookHead, BookWriter } from "./books";
import { csvRow } from "./csv";
import { toMajor } from "./money";

const COLUMNS = [
  "date",
  "entry",
  "kind",
  "account",
  "account_name",
  "account_kind",
  "amount",
  "currency",
  "base_amount",
  "base_currency",
  "client",
  "document",
];

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The journal as a table, a row per posting: debits positive, credits negative, plain decimals. */
export function csvWriter(head: BookHead): BookWriter {
  const accounts = new Map(head.accounts.map((account) => [account.code, account]));
  return {
    head: BYTE_ORDER_MARK + csvRow(COLUMNS),
    entry: (entry) =>
      entry.lines
        .map((line) => {
          const account = accounts.get(line.accountCode);
          return csvRow([
            entry.postedOn,
            entry.id,
            entry.kind,
            line.accountCode,
            account?.name ?? null,
            account?.kind ?? null,
            { number: toMajor(line.amountMinor, line.currency) },
            line.currency,
            { number: toMajor(line.baseMinor, head.currency) },
            head.currency,
            entry.client,
            line.document,
          ]);
        })
        .join(""),
  };
}
