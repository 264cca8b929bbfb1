export const accountKinds = ["asset", "liability", "equity", "income", "expense"] as const;
export type AccountKind = (typeof accountKinds)[number];

/** One account of the chart. */
export type BookAccount = { code: string; kind: AccountKind; name: string };

/**
 * A posting: debit positive, credit negative. `amountMinor` in minor units of `currency`, `baseMinor` in those of the
 * organization's currency; a realized exchange difference has the second alone.
 */
export type BookLine = {
  accountCode: string;
  amountMinor: bigint;
  currency: string;
  baseMinor: bigint;
  /** The number of the invoice or credit note that it belongs to. */
  document: string | null;
};

/** A journal entry; `postedOn` is an ISO date, `kind` its cause: "invoice.finalized". */
export type BookEntry = {
  id: string;
  kind: string;
  postedOn: string;
  client: string | null;
  lines: readonly BookLine[];
};

/** What a file of the books starts with: whose they are, their currency, every account and currency in them. */
export type BookHead = {
  title: string;
  currency: string;
  accounts: readonly BookAccount[];
  currencies: readonly string[];
};

/** Writes the books for a program, piece by piece, so that a long journal never has to be held whole. */
export type BookWriter = { head: string; entry: (entry: BookEntry) => string };

/** The one document that all of an entry's lines belong to; null when there are several or none. */
export function documentOf(entry: BookEntry): string | null {
  const numbers = new Set(entry.lines.flatMap((line) => line.document ?? []));
  return numbers.size === 1 ? ([...numbers][0] ?? null) : null;
}

/** A name per account code, no two alike: those that would be get their code as well, and failing that a number. */
export function uniqueNames(
  accounts: readonly BookAccount[],
  nameOf: (account: BookAccount) => string,
  withCode: (name: string, code: string) => string,
): Map<string, string> {
  const wanted = accounts.map(nameOf);
  const taken = new Set<string>();
  return new Map(
    accounts.map(({ code }, index) => {
      const own = wanted[index] ?? "";
      const name = wanted.filter((other) => other === own).length === 1 ? own : withCode(own, code);
      let unique = name;
      for (let count = 2; taken.has(unique); count += 1) unique = `${name}-${count}`;
      taken.add(unique);
      return [code, unique];
    }),
  );
}

/** One line of text: line breaks and other unseen characters become a space, several spaces one. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, " ").trim();
