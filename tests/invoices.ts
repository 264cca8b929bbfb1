import type { TestDatabase } from "./database";

/** An invoice as it is really stored, with its lines' descriptions in order; undefined when it is not there. */
export async function storedInvoice(db: TestDatabase, id: string) {
  const [row] = await db.admin`select version, notes, total_minor from invoices where id = ${id}`;
  const items =
    await db.admin`select description from invoice_items where invoice_id = ${id} order by position`;
  return row && { ...row, items: items.map((item) => item.description) };
}
