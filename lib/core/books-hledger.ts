import {
  type AccountKind,
  type BookAccount,
  type BookHead,
  type BookLine,
  type BookWriter,
  documentOf,
  oneLine,
  uniqueNames,
} from "./books";
import { minorUnits } from "./currencies";
import { toMajor } from "./money";

const ROOTS: Record<AccountKind, string> = {
  asset: "assets",
  liability: "liabilities",
  equity: "equity",
  income: "income",
  expense: "expenses",
};

/** hledger's letters for the kinds of account (its manual, "Declaring account types"). */
const TYPES: Record<AccountKind, string> = {
  asset: "A",
  liability: "L",
  equity: "E",
  income: "R",
  expense: "X",
};

/** The longest usual account name, so that amounts stand below one another. */
const NAME_WIDTH = 36;
const AMOUNT_WIDTH = 16;

/** A colon would begin a sub-account, a semicolon a comment, a bar the payee's end. */
const plain = (text: string) => oneLine(text.replace(/[:;|]/g, " "));

/** The name of an account by its code, such as "assets:accounts receivable". */
export const hledgerNames = (accounts: readonly BookAccount[]): Map<string, string> =>
  uniqueNames(
    accounts,
    ({ kind, name, code }) => `${ROOTS[kind]}:${plain(name).toLowerCase() || plain(code)}`,
    (name, code) => `${name} (${plain(code)})`,
  );

/**
 * The journal in hledger's format, fit for `hledger check --strict`: accounts and commodities declared, amounts in their
 * own currency with their total cost (@@) in the organization's, which is what entries balance in.
 */
export function hledgerWriter(head: BookHead): BookWriter {
  const names = hledgerNames(head.accounts);
  return {
    head: [
      `; ${plain(head.title)}`,
      "decimal-mark .",
      "",
      // The point belongs to the format, also where no digits follow it.
      ...head.currencies.map((code) => `commodity 1000.${"0".repeat(minorUnits(code))} ${code}`),
      "",
      ...head.accounts.map(({ code, kind }) => `account ${names.get(code)}  ; type:${TYPES[kind]}`),
      "",
    ].join("\n"),
    entry: (entry) => {
      const document = documentOf(entry);
      // A text that starts like a status or a code would be read as one.
      const client = plain(entry.client ?? "").replace(/^[!*(]+/, "");
      const about = [document && `(${plain(document)})`, client].filter(Boolean).join(" ");
      const lines = entry.lines.map((line) =>
        posting(line, names.get(line.accountCode) ?? "", head.currency),
      );
      return `\n${entry.postedOn} * ${about}  ; id:${entry.id}, kind:${entry.kind}\n${lines.join("\n")}\n`;
    },
  };
}

function posting(line: BookLine, account: string, base: string): string {
  const document = line.document ? `  ; document:${plain(line.document)}` : "";
  const own =
    line.amountMinor === 0n ? amount(line.baseMinor, base) : amount(line.amountMinor, line.currency);
  const foreign = line.currency !== base && line.amountMinor !== 0n;
  const cost = foreign ? ` @@ ${amount(magnitude(line.baseMinor), base).trimStart()}` : "";
  return `    ${account.padEnd(NAME_WIDTH)}  ${own}${cost}${document}`;
}

const amount = (minor: bigint, code: string) => `${toMajor(minor, code).padStart(AMOUNT_WIDTH)} ${code}`;
const magnitude = (minor: bigint) => (minor < 0n ? -minor : minor);
