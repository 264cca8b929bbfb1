import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BookFormat, bookFormats } from "@/lib/core/books-formats";
import { hledgerNames } from "@/lib/core/books-hledger";
import { toMajor } from "@/lib/core/money";
import { ensureBeanCheck, ensureHledger } from "@/scripts/lib/hledger";
import { run } from "@/scripts/preflight/run.mjs";
import { booksFixture } from "@/tests/books";
import { testDatabase } from "@/tests/database";
import { clientFixture, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { exportJournal } from "./export";
import { getTrialBalance } from "./trial-balance";

const db = testDatabase();
const year = { from: "2026-01-01", to: "2026-12-31" };
let organization: OrganizationFixture;
let folder: string;
let programs: { hledger: string; beanCheck: string };

beforeAll(async () => {
  programs = { hledger: await ensureHledger(), beanCheck: await ensureBeanCheck() };
  folder = await mkdtemp(join(tmpdir(), "counterfoil-books-"));
}, 600_000);

beforeAll(async () => {
  organization = await organizationFixture({ name: 'Nord; "& Söhne" | :x' });
  // Names that would run together, or end an account's name, unless they are told apart.
  await db.admin`insert into tax_rates (organization_id, id, name, category, rate_ppm, compound_name, compound_ppm) values
    (${organization.organizationId}, gen_random_uuid(), '消費税: a;  b', 'S', 80000, 'I.R.P.F', 30000),
    (${organization.organizationId}, gen_random_uuid(), '"VAT"', 'S', 55000, 'I R P F', 30000)`;
  await booksFixture(organization);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(format: BookFormat, period = year): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.${bookFormats[format].extension}`);
  await writeFile(path, await whole(format, period));
  return path;
}

async function whole(format: BookFormat, period = year, ctx = organization.accountant): Promise<string> {
  let text = "";
  for await (const piece of exportJournal(ctx, format, period)) text += piece;
  return text;
}

async function told(command: string, ...args: string[]): Promise<string[]> {
  const all: string[] = [];
  const { code } = await run(command, args, {
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    onLine: (line) => all.push(line),
  });
  expect(
    all.filter(() => code !== 0),
    `${command} ${args.join(" ")}`,
  ).toEqual([]);
  return all;
}

/** Account and balance of each account, as hledger adds them up. */
async function balances(path: string, ...args: string[]): Promise<string[][]> {
  const lines = await told(programs.hledger, "-f", path, "balance", "--flat", "-N", "-O", "csv", ...args);
  return lines.slice(1).map((line) =>
    line
      .slice(1, -1)
      .split('","')
      .map((cell) => cell.replaceAll('""', '"')),
  );
}

describe("the journal for hledger", () => {
  it("is accepted by its strictest check", async () => {
    const path = await written("hledger");
    expect(await told(programs.hledger, "-f", path, "check", "--strict", "ordereddates")).toEqual([]);
  });

  it("adds up to the trial balance, to the cent", async () => {
    const path = await written("hledger");
    const theirs = Object.fromEntries(await balances(path, "-B"));
    const { rows } = await getTrialBalance(organization.accountant, year);
    const names = hledgerNames(rows);
    const ours = Object.fromEntries(
      rows.map((row) => [names.get(row.code), `${toMajor(row.closingMinor, "EUR")} EUR`]),
    );
    expect(theirs).toEqual(ours);
  });

  it("keeps what is owed in foreign currency", async () => {
    const path = await written("hledger");
    expect(await balances(path, "assets:accounts receivable")).toEqual([
      ["assets:accounts receivable", "240 JPY, 240.000 KWD"],
    ]);
  });

  it("balances for a part of the year as well", async () => {
    const path = await written("hledger", { from: "2026-02-02", to: "2026-02-28" });
    await told(programs.hledger, "-f", path, "check", "--strict");
    expect(await balances(path, "-B", "assets:bank")).toEqual([["assets:bank", "95.01 EUR"]]);
  });
});

describe("the journal for beancount", () => {
  it("is accepted by bean-check", async () => {
    expect(await told(programs.beanCheck, await written("beancount"))).toEqual([]);
  });
});

describe("the journal for spreadsheets", () => {
  it("has a row per posting, and no cell that a spreadsheet would run", async () => {
    const rows = (await whole("csv")).trimEnd().split("\r\n");
    const [lines] = await db.admin`select count(*)::int as count from journal_lines
      where organization_id = ${organization.organizationId}`;
    expect(rows).toHaveLength(1 + lines?.count);
    expect(rows[0]).toBe(
      "\uFEFFdate,entry,kind,account,account_name,account_kind,amount,currency,base_amount,base_currency,client,document",
    );
    expect(rows.slice(1).every((row) => row.includes(`,"'=Acme; ""Nord"" | (Co): 5% @x",`))).toBe(true);
    expect(rows.some((row) => row.includes(",-139.99,USD,-129.27,EUR,"))).toBe(true);
  });
});

describe("an export", () => {
  it("goes on over many batches without losing or repeating an entry", async () => {
    const busy = await organizationFixture();
    await clientFixture(busy);
    await db.admin.begin(async (tx) => {
      await tx`insert into journal_entries (organization_id, id, kind, source_id, posted_on)
        select ${busy.organizationId}, gen_random_uuid(), 'test', gen_random_uuid(), date '2026-01-01' + n % 7 from generate_series(1, 1203) n`;
      await tx`insert into journal_lines (organization_id, id, entry_id, posted_on, account_code, amount_minor, base_minor, currency)
        select organization_id, gen_random_uuid(), id, posted_on, account, amount, amount, 'EUR' from journal_entries,
        (values ('cash.bank', 5), ('revenue', -5)) l(account, amount) where organization_id = ${busy.organizationId}`;
    });
    const rows = (await whole("csv", year, busy.admin)).trimEnd().split("\r\n").slice(1);
    expect(rows).toHaveLength(2406);
    expect(new Set(rows.map((row) => row.split(",")[1])).size).toBe(1203);
    expect(rows.map((row) => row.slice(0, 10))).toEqual(rows.map((row) => row.slice(0, 10)).sort());
  });

  it("of nothing is a file that is accepted", async () => {
    const empty = await organizationFixture();
    for (const [format, program] of [
      ["hledger", programs.hledger],
      ["beancount", programs.beanCheck],
    ] as const) {
      const path = join(folder, `empty.${bookFormats[format].extension}`);
      await writeFile(path, await whole(format, year, empty.admin));
      await told(program, ...(format === "hledger" ? ["-f", path, "check", "--strict"] : [path]));
    }
  });

  it("is refused before its first piece to those who may not", async () => {
    const [client] = await db.admin`select id from clients limit 1`;
    await expect(whole("csv", year, organization.clientUser(client?.id))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
