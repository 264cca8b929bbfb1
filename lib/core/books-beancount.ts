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
  asset: "Assets",
  liability: "Liabilities",
  equity: "Equity",
  income: "Income",
  expense: "Expenses",
};

/** Half a minor unit as a decimal: 0.005 EUR, 0.5 JPY. */
const halfUnit = (currency: string) => `0.${"0".repeat(minorUnits(currency))}5`;

/** Before any entry can be. */
const OPENED = "1900-01-01";

const text = (value: string) => `"${oneLine(value).replace(/["\\]/g, "\\$&")}"`;

/** The words of a name as one component: letters, digits and dashes, of which a capital letter or a digit is first. */
function component(name: string): string {
  const joined = name
    .replace(/(?<=\d)[.,](?=\d)/g, "-")
    .split(/[^\p{L}\p{Nd}-]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
    .replace(/^-+/, "");
  // Scripts without capital letters have none to begin with.
  return joined === "" || /^[\p{Lu}\p{Nd}]/u.test(joined) ? joined : `X${joined}`;
}

const codeComponent = (code: string) => component(code.replace(/[._]/g, " "));

/** The name of an account by its code, such as "Assets:AccountsReceivable". */
export const beancountNames = (accounts: readonly BookAccount[]): Map<string, string> =>
  uniqueNames(
    accounts,
    ({ kind, name, code }) => `${ROOTS[kind]}:${component(name) || codeComponent(code)}`,
    (name, code) => `${name}-${codeComponent(code)}`,
  );

/**
 * The journal in beancount's format, fit for `bean-check`: amounts in their own currency with their total price (@@)
 * in the organization's, which is what entries balance in.
 */
export function beancountWriter(head: BookHead): BookWriter {
  const names = beancountNames(head.accounts);
  return {
    head: [
      `option "title" ${text(head.title)}`,
      `option "operating_currency" "${head.currency}"`,
      // It turns totals into prices per unit and back, which leaves a trace in the 25th digit.
      `option "inferred_tolerance_default" "${head.currency}:${halfUnit(head.currency)}"`,
      "",
      ...head.currencies.map((code) => `${OPENED} commodity ${code}`),
      "",
      ...head.accounts.map(({ code }) => `${OPENED} open ${names.get(code)}`),
      "",
    ].join("\n"),
    entry: (entry) => {
      const title = `${text(entry.client ?? "")} ${text(documentOf(entry) ?? "")}`;
      const facts = [`  id: "${entry.id}"`, `  kind: "${entry.kind}"`];
      const lines = entry.lines.map((line) =>
        posting(line, names.get(line.accountCode) ?? "", head.currency),
      );
      return `\n${[`${entry.postedOn} * ${title}`, ...facts, ...lines].join("\n")}\n`;
    },
  };
}

function posting(line: BookLine, account: string, base: string): string {
  const document = line.document ? `\n    document: ${text(line.document)}` : "";
  if (line.amountMinor === 0n) return `  ${account}  ${toMajor(line.baseMinor, base)} ${base}${document}`;
  const own = `${toMajor(line.amountMinor, line.currency)} ${line.currency}`;
  const worth = toMajor(line.baseMinor < 0n ? -line.baseMinor : line.baseMinor, base);
  return `  ${account}  ${own}${line.currency === base ? "" : ` @@ ${worth} ${base}`}${document}`;
}
