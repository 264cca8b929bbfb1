import { newId } from "@/lib/platform/ids";
import type { TestDatabase } from "./database";

/** What the form sends for a bank transfer of 240.00 EUR that settles nothing yet. */
export const paymentForm = (clientId: string, overrides: object = {}) => ({
  id: newId(),
  clientId,
  currency: "EUR",
  method: "bank_transfer",
  amount: "240.00",
  exchangeRate: "",
  receivedOn: "2026-03-10",
  reference: "",
  note: "",
  receipt: true,
  settles: [] as object[],
  ...overrides,
});

/** A part of it for an invoice that owes `owed` minor units. */
export const part = (invoiceId: string, amount: string, owed = "24000") => ({ invoiceId, amount, owed });

/** What an invoice owes as it is really stored, in minor units. */
export async function owed(db: TestDatabase, invoiceId: string): Promise<string | undefined> {
  const [row] = await db.admin`select balance_minor from invoice_balances where invoice_id = ${invoiceId}`;
  return row?.balance_minor;
}

/** What is left of a payment or a credit note as it is really stored; undefined when it never left anything. */
export async function left(db: TestDatabase, sourceId: string): Promise<string | undefined> {
  const [row] = await db.admin`select balance_minor from credit_balances where source_id = ${sourceId}`;
  return row?.balance_minor;
}

/** What causes have posted: account, amount and base (minor units), in the order of the accounts. */
export async function posted(db: TestDatabase, kind: string, sourceId: string): Promise<string[]> {
  const rows = await db.admin`
    select account_code, amount_minor, base_minor from journal_lines l join journal_entries e on e.id = l.entry_id
    where e.kind = ${kind} and e.source_id = ${sourceId} order by account_code, amount_minor`;
  return rows.map((row) => `${row.account_code} ${row.amount_minor} ${row.base_minor}`);
}

/** The types of the events in an invoice's timeline since it was finalized, in order. */
export async function toldSince(db: TestDatabase, invoiceId: string): Promise<string[]> {
  const rows = await db.admin`select type from domain_events where invoice_id = ${invoiceId} order by id`;
  const types = rows.map((row) => String(row.type));
  return types.slice(types.indexOf("invoice.finalized") + 1);
}
