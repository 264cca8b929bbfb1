import type { BookHead, BookWriter } from "./books";
import { beancountWriter } from "./books-beancount";
import { csvWriter } from "./books-csv";
import { hledgerWriter } from "./books-hledger";

type Format = { extension: string; contentType: string; writer: (head: BookHead) => BookWriter };

/** The formats that the journal can be taken out in. */
export const bookFormats = {
  hledger: { extension: "journal", contentType: "text/plain; charset=utf-8", writer: hledgerWriter },
  beancount: { extension: "beancount", contentType: "text/plain; charset=utf-8", writer: beancountWriter },
  csv: { extension: "csv", contentType: "text/csv; charset=utf-8", writer: csvWriter },
} as const satisfies Record<string, Format>;

export type BookFormat = keyof typeof bookFormats;

export const bookFormatNames = Object.keys(bookFormats) as BookFormat[];
