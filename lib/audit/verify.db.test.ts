import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@/lib/clients/create";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { run } from "@/scripts/preflight/run.mjs";
import { anyEdit, type Edit, type Sealed, tamper } from "@/tests/audit-edits";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { publicKeyOf, readHeads, signHead, signingKey } from "./heads";
import { sealAudit } from "./seal";
import { signHeads } from "./sign-heads";
import { type Trusted, verifyAudit, verifyChain } from "./verify";

const db = testDatabase();
const SECRET = "the-key-that-only-tests-sign-the-heads-with";
const key = signingKey(SECRET);
let folder: string;
let organization: OrganizationFixture;
let sealed: Sealed[];
let trusted: Trusted;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "audit-heads-"));
  process.env.AUDIT_HEADS_FILE = join(folder, "kept", "heads.jsonl");
  organization = await organizationFixture({ name: "Chained" });
  await organizationFixture({ name: "Empty" });
  const { id: clientId } = await clientFixture(organization);
  for (let n = 0; n < 8; n += 1) {
    await issuedFixture(organization, clientId);
    await createClient(organization.accountant, { id: newId(), name: `Client ${n}`, currency: "EUR" });
  }
  clock.set("2026-03-02T00:05:00Z");
  await signHeads();
  clock.reset();
  const { heads } = readHeads(await readFile(process.env.AUDIT_HEADS_FILE, "utf8"));
  trusted = { heads, key: publicKeyOf(key) };
  const rows = await db.admin<{ seq: string; entry_id: string }[]>`
    select seq, entry_id from audit_chain where organization_id = ${organization.organizationId} order by seq`;
  sealed = rows.map((row) => ({ seq: Number(row.seq), id: row.entry_id }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const undo = Symbol("undo");

/** What is found once something was done as a superuser, which is undone afterwards. */
async function foundAfter(change: (sql: TransactionSql) => Promise<unknown>, by = trusted) {
  let found: Awaited<ReturnType<typeof verifyChain>> | undefined;
  await db.admin
    .begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await change(sql);
      found = await verifyChain(sql, organization.organizationId, by);
      throw undo;
    })
    .catch((reason: unknown) => {
      if (reason !== undo) throw reason;
    });
  return found?.findings ?? [];
}

describe("the chain of the audit log", () => {
  it("has nothing to find while nobody touched it, and says how far it is signed", async () => {
    const all = await verifyAudit(process.env.DATABASE_URL ?? "", trusted);
    expect(all).toEqual([
      { organization: "Chained", links: sealed.length, signedUntil: sealed.length, findings: [] },
      { organization: "Empty", links: 0, signedUntil: 0, findings: [] },
    ]);
    expect(sealed.length).toBeGreaterThan(20);
  });

  it("names the row in 100 of 100 random edits, deletions, insertions and reorderings", async () => {
    const kinds = new Set<Edit["kind"]>();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(anyEdit, async (edit) => {
        kinds.add(edit.kind);
        runs += 1;
        let expected: (string | number)[] = [];
        const findings = await foundAfter(async (sql) => {
          expected = await tamper(sql, organization.organizationId, sealed, edit);
        });
        const named = findings.flatMap(({ seq, id }) => [seq, id]);
        expect(named.filter((one) => one !== null && expected.includes(one))).not.toEqual([]);
      }),
      { numRuns: 100, seed: 20260301, endOnFailure: true },
    );
    expect(runs).toBe(100);
    expect(kinds.size).toBe(10);
  });

  it("names organization, place, id, time and action of what was changed", async () => {
    const { seq, id } = sealed[4] as Sealed;
    const [entry] = await db.admin`select created_at, action from audit_log where id = ${id}`;
    const changed = await foundAfter((sql) => sql`update audit_log set ip = '10.0.0.1' where id = ${id}`);
    const at = new Date(entry?.created_at).toISOString();
    expect(changed).toEqual([{ seq, id, at, action: entry?.action, what: "the entry was changed" }]);
    const [gone] = await foundAfter((sql) => sql`delete from audit_log where id = ${id}`);
    expect(gone).toMatchObject({ seq, id, what: "the entry is gone" });
    expect(Math.abs(Date.parse(gone?.at ?? "") - Date.parse(at))).toBeLessThan(5000);
  });

  it("tells of entries that wait too long, or vanished while they waited", async () => {
    const waiting = newId();
    const vanished = newId();
    const made = (sql: TransactionSql, age: string) => sql`
      insert into audit_log (organization_id, id, action, subject_type, subject_id, actor_kind, created_at)
      values (${organization.organizationId}, ${waiting}, 'client.create', 'client', ${waiting}, 'user', now() - ${age}::interval)`;
    const wait = (sql: TransactionSql, id: string) =>
      sql`insert into audit_unsealed values (${organization.organizationId}, ${id})`;
    expect(
      await foundAfter(async (sql) => [await made(sql, "30 seconds"), await wait(sql, waiting)]),
    ).toEqual([]);
    expect(
      await foundAfter(async (sql) => [await made(sql, "61 seconds"), await wait(sql, waiting)]),
    ).toMatchObject([{ id: waiting, what: "the entry has waited for more than a minute to be sealed" }]);
    expect(await foundAfter((sql) => wait(sql, vanished))).toMatchObject([
      { id: vanished, what: "the entry vanished before it was sealed" },
    ]);
  });
});

describe("the signed heads", () => {
  const cutOff = (sql: TransactionSql) =>
    tamper(sql, organization.organizationId, sealed, { kind: "cut off", at: sealed.length - 3 });

  it("show that the end was cut off, which the chain alone does not", async () => {
    expect(await foundAfter(cutOff, { ...trusted, heads: [] })).toEqual([]);
    expect(await foundAfter(cutOff)).toMatchObject([
      {
        seq: sealed.length,
        what: `the chain ends at ${sealed.length - 3}, but this link was signed on 2026-03-02T00:05:00.000Z`,
      },
    ]);
  });

  it("count only as they were signed, with the key that is trusted", async () => {
    const [head] = trusted.heads;
    if (!head) throw new Error("no head");
    const own = signHead(signingKey("somebody-elses-key-somebody-elses-key-00000"), head);
    for (const forged of [own, { ...own, key: head.key }, { ...head, seq: head.seq - 1 }])
      expect(await foundAfter(async () => {}, { ...trusted, heads: [forged] })).toMatchObject([
        { what: "1 of its heads not signed with the present key" },
      ]);
  });

  it("are appended, and lines that are none are told", async () => {
    const file = process.env.AUDIT_HEADS_FILE ?? "";
    const before = await readFile(file, "utf8");
    await signHeads();
    const after = await readFile(file, "utf8");
    expect(after.startsWith(before)).toBe(true);
    const { heads, unreadable } = readHeads(`${after}{"seq":1}\nnothing\n`);
    expect(heads.map(({ seq }) => seq)).toEqual([sealed.length, sealed.length]);
    expect(unreadable).toEqual([3, 4]);
  });
});

describe("npm run audit:verify", () => {
  const verify = async () => {
    const { code, lines } = await run(process.execPath, ["--import", "tsx", "scripts/audit-verify.ts"], {
      env: { ...process.env, AUDIT_SIGNING_KEY: SECRET, NO_COLOR: "1" },
    });
    return { code, text: lines.join("\n") };
  };

  it("ends well on a log as it was written, and names the row that is not", async () => {
    await sealAudit();
    const right = await verify();
    expect(right).toMatchObject({
      code: 0,
      text: expect.stringContaining("Every entry is as it was written."),
    });
    expect(right.text).toContain(
      `Chained: ${sealed.length} entries in the chain, signed until ${sealed.length}`,
    );
    const { seq, id } = sealed[2] as Sealed;
    await db.admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update audit_log set actor_kind = 'system' where id = ${id}`;
    });
    await writeFile(process.env.AUDIT_HEADS_FILE ?? "", "nothing\n", { flag: "a" });
    const wrong = await verify();
    expect(wrong.code).toBe(1);
    expect(wrong.text).toMatch(
      new RegExp(`Chained: entry ${seq}, ${id}, 20\\S+Z, \\S+: the entry was changed`),
    );
    expect(wrong.text).toContain("line 3 of the signed heads can't be read");
    expect(wrong.text).toContain("2 finding(s).");
  });
});
