import type { TransactionSql } from "postgres";
import { toMajor } from "@/lib/core/money";

/** A transaction of the database's owner, with amounts as bigint. */
export type Owner = TransactionSql<{ bigint: bigint }>;

/** Something in the books that is not what it must be: what it is about, what is expected, what was found instead. */
export type Difference = { subject: string; what: string; expected: string; found: string };

/** A look at one organization's books; finds nothing in books that are right. */
export type Check = {
  title: string;
  run: (sql: Owner, organizationId: string) => Promise<Difference[]>;
};

/** An amount as the report shows it: "12.50 EUR". */
export const amountText = (minor: bigint | string, currency: string): string =>
  `${toMajor(BigInt(minor), currency)} ${currency}`;

/** What a query found: amounts in minor units of a currency, or plain texts where there is none. */
type Row = { subject: string; what: string; expected: string; found: string; currency: string | null };

/** The rows of a check's query as differences. */
export const differencesOf = (rows: readonly unknown[]): Difference[] =>
  (rows as Row[]).map(({ subject, what, expected, found, currency }) => ({
    subject,
    what,
    expected: currency ? amountText(expected, currency) : expected,
    found: currency ? amountText(found, currency) : found,
  }));
