import { beforeAll, describe, expect, it } from "vitest";
import { booksFixture } from "@/tests/books";
import { testDatabase } from "@/tests/database";
import { type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { getAccountLedger } from "./account-ledger";
import { getEntry, listJournal } from "./journal";
import { getTrialBalance } from "./trial-balance";

const db = testDatabase();
const year = { from: "2026-01-01", to: "2026-12-31" };
let organization: OrganizationFixture;
let books: Awaited<ReturnType<typeof booksFixture>>;

beforeAll(async () => {
  organization = await organizationFixture();
  books = await booksFixture(organization);
});

const figures = async (period: { from: string; to: string }) => {
  const { rows, totals } = await getTrialBalance(organization.accountant, period);
  const table = Object.fromEntries(
    rows.map((row) => [row.code, [row.openingMinor, row.debitMinor, row.creditMinor, row.closingMinor]]),
  );
  return { table, totals, rows };
};

describe("the trial balance", () => {
  it("adds every account up in the organization's currency, and tells foreign parts", async () => {
    const { table, totals, rows } = await figures(year);
    // 240.00 EUR, 240.00 USD, 240 JPY and 240.000 KWD, each posting at its own rate and rounded once.
    expect(table).toEqual({
      "cash.bank": [0n, 30_000n + 9_501n + 12_600n, 0n, 52_101n],
      receivable: [0n, 118_014n, 24_000n + 22_162n, 71_852n],
      client_credit: [0n, 0n, 6_000n, -6_000n],
      "tax_payable.S.200000": [0n, 0n, 4_000n + 3_694n + 25n + 11_951n, -19_670n],
      revenue: [0n, 0n, 20_000n + 18_468n + 123n + 59_753n, -98_344n],
      exchange_differences: [0n, 327n, 266n, 61n],
    });
    expect(totals).toMatchObject({ openingMinor: 0n, closingMinor: 0n });
    expect(totals.debitMinor).toBe(totals.creditMinor);
    expect(rows.find((row) => row.code === "receivable")?.foreign).toEqual([
      { currency: "JPY", amountMinor: 240n },
      { currency: "KWD", amountMinor: 240_000n },
    ]);
  });

  it("carries what was before a period over, and leaves out what is after it", async () => {
    const { table, totals } = await figures({ from: "2026-02-02", to: "2026-02-28" });
    expect(table["cash.bank"]).toEqual([30_000n, 9_501n, 0n, 39_501n]);
    expect(table.client_credit).toEqual([-6_000n, 0n, 0n, -6_000n]);
    expect(totals).toMatchObject({ openingMinor: 0n, closingMinor: 0n });
    expect((await figures({ from: "2025-01-01", to: "2025-12-31" })).rows).toEqual([]);
  });

  it("is its organization's alone, and staff's alone", async () => {
    const other = await organizationFixture();
    expect((await getTrialBalance(other.admin, year)).rows).toEqual([]);
    await expect(getTrialBalance(organization.clientUser(books.clientId), year)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(getTrialBalance(organization.system, year)).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([
    { from: "2026-03-01", to: "2026-02-01" },
    { from: "2026-02-30", to: "2026-03-01" },
    { from: "", to: "" },
    {},
    null,
  ])("refuses the period %j", async (period) => {
    await expect(getTrialBalance(organization.accountant, period)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("an account's ledger", () => {
  const ledger = (input: object) => getAccountLedger(organization.accountant, { ...year, ...input });

  it("runs from its opening to its closing balance, oldest first", async () => {
    const { rows, ...sums } = await ledger({ code: "receivable", from: "2026-01-15", to: "2026-02-04" });
    expect(sums).toMatchObject({
      openingMinor: 24_000n,
      debitMinor: 22_162n,
      creditMinor: 24_000n + 9_235n,
      closingMinor: 12_927n,
      next: null,
      previous: null,
    });
    expect(rows.map((row) => [row.postedOn, row.document, row.baseMinor, row.balanceMinor])).toEqual([
      ["2026-01-20", books.usd.number, 22_162n, 46_162n],
      ["2026-02-01", books.eur.number, -24_000n, 22_162n],
      ["2026-02-02", books.usd.number, -9_235n, 12_927n],
    ]);
  });

  it("agrees with the trial balance for every account", async () => {
    const { rows } = await getTrialBalance(organization.accountant, year);
    for (const row of rows) {
      const found = await ledger({ code: row.code });
      expect(found.closingMinor, row.code).toBe(row.closingMinor);
      expect(found.rows.at(-1)?.balanceMinor, row.code).toBe(row.closingMinor);
    }
  });

  it("pages by key in both directions, and its balance runs on", async () => {
    const busy = await organizationFixture();
    const accounts = ["revenue", "cash.bank"];
    await db.admin.begin(async (tx) => {
      for (let count = 1; count <= 120; count += 1) {
        const entry = crypto.randomUUID();
        const on = `2026-0${1 + (count % 3)}-15`;
        await tx`insert into journal_entries (organization_id, id, kind, source_id, posted_on)
          values (${busy.organizationId}, ${entry}, 'test', ${entry}, ${on})`;
        for (const [index, account] of accounts.entries())
          await tx`insert into journal_lines (organization_id, id, entry_id, posted_on, account_code, amount_minor, base_minor, currency)
            values (${busy.organizationId}, ${crypto.randomUUID()}, ${entry}, ${on}, ${account}, ${index === 0 ? -count : count},
              ${index === 0 ? -count : count}, 'EUR')`;
      }
    });
    const page = (place: object) => getAccountLedger(busy.admin, { code: "cash.bank", ...year, ...place });
    const first = await page({});
    const second = await page({ after: first.next });
    const third = await page({ after: second.next });
    const all = [first, second, third].flatMap(({ rows }) => rows);
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
    expect(new Set(all.map((row) => row.id)).size).toBe(120);
    let balance = 0n;
    for (const row of all) {
      balance += row.baseMinor;
      expect(row.balanceMinor).toBe(balance);
    }
    expect(balance).toBe(7_260n);
    expect(third.next).toBeNull();
    expect((await page({ before: third.previous })).rows).toEqual(second.rows);
    expect(first.previous).toBeNull();
  });

  it("is not found for an account that is not there, or another organization's", async () => {
    await expect(ledger({ code: "nothing" })).rejects.toMatchObject({ code: "not_found" });
    await expect(ledger({ code: "receivable", after: "2026-01-01_x" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("the journal", () => {
  it("lists entries newest first with their debits, and shows each with what it belongs to", async () => {
    const { rows } = await listJournal(organization.accountant, year);
    expect(rows.map((row) => [row.postedOn, row.kind, row.amountMinor])).toEqual([
      ["2026-03-03", "payment.received", 12_927n],
      ["2026-02-05", "invoice.finalized", 71_704n],
      ["2026-02-05", "invoice.finalized", 148n],
      ["2026-02-02", "payment.received", 9_501n],
      ["2026-02-01", "payment.received", 30_000n],
      ["2026-01-20", "invoice.finalized", 22_162n],
      ["2026-01-10", "invoice.finalized", 24_000n],
    ]);
    const [last] = rows;
    const { entry } = await getEntry(organization.accountant, { id: last?.id });
    expect(entry).toEqual(last);
    expect(
      entry.lines.map((line) => [line.accountCode, line.amountMinor, line.currency, line.baseMinor]),
    ).toEqual([
      ["cash.bank", 13_999n, "USD", 12_600n],
      ["receivable", -13_999n, "USD", -12_927n],
      ["exchange_differences", 0n, "USD", 327n],
    ]);
    expect(entry.lines[1]).toMatchObject({ invoiceId: books.usd.id, clientId: books.clientId });
  });

  it("shows no entry of another organization", async () => {
    const other = await organizationFixture();
    const { rows } = await listJournal(organization.accountant, year);
    await expect(getEntry(other.admin, { id: rows[0]?.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(getEntry(other.admin, { id: "x" })).rejects.toMatchObject({ code: "invalid" });
  });
});
