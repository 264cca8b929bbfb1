import type { TransactionSql } from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { createCreditNote } from "@/lib/invoices/create-credit-note";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { voidInvoice } from "@/lib/invoices/void";
import { writeOffInvoice } from "@/lib/invoices/write-off";
import { newId } from "@/lib/platform/ids";
import { run } from "@/scripts/preflight/run.mjs";
import { booksFixture } from "@/tests/books";
import { testDatabase } from "@/tests/database";
import { issuedFixture, organizationFixture } from "@/tests/fixtures";
import { verifyBooks } from ".";

const db = testDatabase();
let count = 0;

/** Books with everything that can be in them: four currencies, a credit, a credit note, a void and a written-off invoice. */
async function rightBooks() {
  const name = `Organization ${++count}`;
  const organization = await organizationFixture({ name });
  const books = await booksFixture(organization);
  const issue = () => issuedFixture(organization, books.clientId, { issueDate: "2026-01-10" });
  const [voided, writtenOff, credited] = [await issue(), await issue(), await issue()];
  await voidInvoice(organization.accountant, { id: voided.id, reason: "Wrong" });
  await writeOffInvoice(organization.accountant, { id: writtenOff.id, reason: "Insolvent" });
  const { id } = await createCreditNote(organization.accountant, { id: credited.id, newId: newId() });
  const note = await finalizeInvoice(organization.accountant, { id, version: 1 });
  return { name, organization, ...books, voided, writtenOff, credited, note };
}

type Books = Awaited<ReturnType<typeof rightBooks>>;

/** Changes what no role may change, as a broken disk or a careless superuser would: triggers and keys are off. */
const plant = (run: (sql: TransactionSql) => Promise<unknown>) =>
  db.admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await run(sql);
  });

async function differences(name: string): Promise<string[]> {
  const all = await verifyBooks(process.env.DATABASE_URL ?? "");
  const found = all.find(({ organization }) => organization === name);
  return (found?.differences ?? []).map(
    ({ subject, what, expected, found: instead }) => `${subject}: ${what}: ${expected}, not ${instead}`,
  );
}

describe("books that are right", () => {
  let books: Books;
  beforeAll(async () => {
    books = await rightBooks();
  });

  it("have no difference, with nothing in them or everything", async () => {
    await organizationFixture({ name: "Empty" });
    expect(await differences("Empty")).toEqual([]);
    expect(await differences(books.name)).toEqual([]);
  });

  it("are only read", async () => {
    const rows = () =>
      db.admin`select (select count(*) from journal_lines), (select sum(balance_minor) from invoice_balances)`;
    const before = await rows();
    await differences(books.name);
    expect(await rows()).toEqual(before);
  });
});

/** What is planted, and at least what must be named: with the document's number, what was expected, and what was found. */
const PLANTED: [
  string,
  (sql: TransactionSql, books: Books) => Promise<unknown>,
  (books: Books) => string[],
][] = [
  [
    "a posting of another amount",
    (sql, { eur }) =>
      sql`update journal_lines set amount_minor = amount_minor - 1, base_minor = base_minor - 1
        where invoice_id = ${eur.id} and account_code = 'revenue'`,
    ({ eur }) => [
      "sum of its lines: 0.00 EUR, not -0.01 EUR",
      "sum of its lines in the currency of the books: 0.00 EUR, not -0.01 EUR",
      `invoice ${eur.number}: posted to revenue: -200.00 EUR, not -200.01 EUR`,
      `invoice ${eur.number}: posted to revenue in the currency of the books: -200.00 EUR, not -200.01 EUR`,
    ],
  ],
  [
    "an amount of another value in the currency of the books",
    (sql, { kwd }) =>
      sql`update journal_lines set base_minor = base_minor + 1 where invoice_id = ${kwd.id} and account_code = 'receivable'`,
    ({ kwd }) => [
      "sum of its lines in the currency of the books: 0.00 EUR, not 0.01 EUR",
      `invoice ${kwd.number}: posted to receivable in the currency of the books: 717.04 EUR, not 717.05 EUR`,
      `invoice ${kwd.number}: balance in the currency of the books: 717.05 EUR, not 717.04 EUR`,
    ],
  ],
  [
    "a posting that both sides of agree in being wrong",
    (sql, { jpy }) =>
      sql`update journal_lines set amount_minor = amount_minor + case account_code when 'receivable' then 5 else -5 end
        where invoice_id = ${jpy.id} and account_code in ('receivable', 'revenue')`,
    ({ jpy }) => [
      `invoice ${jpy.number}: posted to receivable: 240 JPY, not 245 JPY`,
      `invoice ${jpy.number}: posted to revenue: -200 JPY, not -205 JPY`,
      `invoice ${jpy.number}: balance: 245 JPY, not 240 JPY`,
      `invoice ${jpy.number}: owed by the journal: 240 JPY, not 245 JPY`,
    ],
  ],
  [
    "a posting of another day than its entry",
    (sql, { eur }) =>
      sql`update journal_lines set posted_on = '2031-01-01' where invoice_id = ${eur.id} and account_code = 'revenue'`,
    () => ["date of its lines: 2026-01-10, not 2031-01-01"],
  ],
  [
    "an entry that is gone",
    (sql, { eur }) => sql`delete from journal_entries where source_id = ${eur.id}`,
    ({ eur }) => [
      "entry: one, not none",
      `invoice ${eur.number}: posted to receivable: 240.00 EUR, not 0.00 EUR`,
    ],
  ],
  [
    "postings that are gone",
    (sql, { usd }) =>
      sql`delete from journal_lines where entry_id in (select id from journal_entries where source_id = ${usd.id})`,
    ({ usd }) => [
      "lines: some, not none",
      `invoice ${usd.number}: posted to receivable: 240.00 USD, not 0.00 USD`,
      `invoice ${usd.number}: owed by the journal: 0.00 USD, not -240.00 USD`,
    ],
  ],
  [
    "a balance shown that nobody posted",
    (sql, { kwd }) => sql`update invoice_balances set balance_minor = 1 where invoice_id = ${kwd.id}`,
    ({ kwd }) => [`invoice ${kwd.number}: balance: 240.000 KWD, not 0.001 KWD`],
  ],
  [
    "a balance that is not shown",
    (sql, { kwd }) => sql`delete from invoice_balances where invoice_id = ${kwd.id}`,
    ({ kwd }) => [`invoice ${kwd.number}: balance: 240.000 KWD, not 0.000 KWD`],
  ],
  [
    "a credit shown that is not there",
    (sql, { clientId }) =>
      sql`update credit_balances set balance_minor = balance_minor + 100 where client_id = ${clientId} and balance_minor > 0`,
    () => ["credit left: 60.00 EUR, not 61.00 EUR"],
  ],
  [
    "an allocation of more",
    (sql, { eur }) => sql`update allocations set amount_minor = 24001 where invoice_id = ${eur.id}`,
    ({ eur }) => [
      `invoice ${eur.number}: owed by the journal: -0.01 EUR, not 0.00 EUR`,
      `invoice ${eur.number}: settled at most: 240.00 EUR, not 240.01 EUR`,
      "left by the journal: 59.99 EUR, not 60.00 EUR",
    ],
  ],
  [
    "an allocation that is gone",
    (sql, { note }) => sql`delete from allocations where credit_note_id = ${note.id}`,
    ({ credited, note }) => [
      `invoice ${credited.number}: owed by the journal: 240.00 EUR, not 0.00 EUR`,
      `credit note ${note.number}: left by the journal: 240.00 EUR, not 0.00 EUR`,
    ],
  ],
  [
    "a payment of another amount",
    (sql, { usd }) =>
      sql`update payments set amount_minor = 9000 where id in (select payment_id from allocations where invoice_id = ${usd.id} and amount_minor = 10001)`,
    () => ["used at most: 90.00 USD, not 100.01 USD", "money booked: 90.00 USD, not 100.01 USD"],
  ],
  [
    "a refund that was never booked",
    (sql, { usd, organization }) =>
      sql`insert into refunds (organization_id, id, payment_id, amount_minor, currency, method, state, refunded_on)
        select ${organization.organizationId}, gen_random_uuid(), payment_id, 1, 'USD', 'bank_transfer', 'succeeded', '2026-05-01'
        from allocations where invoice_id = ${usd.id} and amount_minor = 10001`,
    () => ["used at most: 100.01 USD, not 100.02 USD", "money booked: 100.00 USD, not 100.01 USD"],
  ],
  [
    "a void invoice that still owes",
    (sql, { eur }) => sql`update invoices set lifecycle = 'void' where id = ${eur.id}`,
    ({ eur }) => [`invoice ${eur.number}: settled: 0.00 EUR, not 240.00 EUR`],
  ],
  [
    "a line that is not its quantity times its price",
    (sql, { eur }) =>
      sql`update invoice_items set gross_minor = 20001, net_minor = 20001, amount_minor = 20001 where invoice_id = ${eur.id}`,
    ({ eur }) => [
      `invoice ${eur.number}: line 1, gross: 200.00 EUR, not 200.01 EUR`,
      `invoice ${eur.number}: line 1, net: 200.00 EUR, not 200.01 EUR`,
    ],
  ],
  [
    "a total that does not follow from the lines",
    (sql, { writtenOff }) =>
      sql`update invoices set tax_minor = 3999, total_minor = 23999 where id = ${writtenOff.id}`,
    ({ writtenOff }) => [
      `invoice ${writtenOff.number}: tax: 40.00 EUR, not 39.99 EUR`,
      `invoice ${writtenOff.number}: total: 240.00 EUR, not 239.99 EUR`,
      `invoice ${writtenOff.number}: posted to receivable: 239.99 EUR, not 240.00 EUR`,
    ],
  ],
  [
    "another exchange rate",
    (sql, { usd }) => sql`update invoices set exchange_rate = 0.9235 where id = ${usd.id}`,
    ({ usd }) => [
      `invoice ${usd.number}: posted to revenue in the currency of the books: -184.70 EUR, not -184.68 EUR`,
    ],
  ],
  [
    "a number that is gone, in the middle and at the end",
    (sql, { usd, credited, note }) =>
      sql`delete from invoices where id in (${usd.id}, ${credited.id}, ${note.id})`,
    ({ usd, credited, note }) => [
      ...[usd, credited, note].map(({ number }) => `${number}: number: a document, not none`),
      `invoice ${usd.id}: document: one, not none`,
    ],
  ],
];

describe("a difference", () => {
  it.each(PLANTED)("is named: %s", async (_, run, expected) => {
    const books = await rightBooks();
    await plant((sql) => run(sql, books));
    const named = await differences(books.name);
    for (const text of expected(books)) expect(named).toContainEqual(expect.stringMatching(ending(text)));
  });

  it("is that of its organization alone", async () => {
    const [ours, theirs] = [await rightBooks(), await rightBooks()];
    await plant(
      (sql) => sql`update invoice_balances set balance_minor = 1 where invoice_id = ${ours.kwd.id}`,
    );
    expect(await differences(ours.name)).toEqual([
      `invoice ${ours.kwd.number}: balance: 240.000 KWD, not 0.001 KWD`,
    ]);
    expect(await differences(theirs.name)).toEqual([]);
  });
});

describe("npm run books:verify", () => {
  const script = async () => {
    const lines: string[] = [];
    const args = ["--import", "tsx", "scripts/books-verify.ts"];
    const { code } = await run(process.execPath, args, {
      env: { ...process.env, NO_COLOR: "1" },
      onLine: (line) => lines.push(line),
    });
    return { code, lines };
  };

  it("prints each difference with its organization, and fails", async () => {
    const books = await rightBooks();
    await plant(
      (sql) => sql`update invoice_balances set balance_minor = 1 where invoice_id = ${books.kwd.id}`,
    );
    const { code, lines } = await script();
    expect(code).toBe(1);
    expect(lines).toContain(
      `✖ ${books.name}: invoice ${books.kwd.number}: balance: expected 240.000 KWD, found 0.001 KWD`,
    );
  });

  it("passes where nothing differs", async () => {
    await plant(async (sql) => {
      for (const table of ["journal_lines", "journal_entries", "invoice_balances", "credit_balances"])
        await sql`delete from ${sql(table)}`;
      for (const table of ["allocations", "refunds", "payments", "invoices", "number_counters"])
        await sql`delete from ${sql(table)}`;
    });
    const { code, lines } = await script();
    expect(lines.at(-1)).toBe("Every balance agrees.");
    expect(code).toBe(0);
  });
});

const ending = (text: string) => new RegExp(`${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
