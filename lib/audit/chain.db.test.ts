import { beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@/lib/clients/create";
import { systemCtx, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { clientFixture, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { auditColumns, auditTexts, chainStart, type EntryTexts, entryHash, linkHash } from "./chain";
import { sealAudit } from "./seal";

const db = testDatabase();
let organization: OrganizationFixture;
beforeAll(async () => {
  organization = await organizationFixture();
});

const chain = () =>
  db.admin<{ seq: string; entry_id: string; entry_hash: Buffer; hash: Buffer }[]>`
    select seq, entry_id, entry_hash, hash from audit_chain where organization_id = ${organization.organizationId} order by seq`;

describe("an entry's hash", () => {
  it("is of every column", async () => {
    const columns = await db.admin`
      select column_name as name from information_schema.columns where table_name = 'audit_log' order by ordinal_position`;
    expect(columns.map(({ name }) => name)).toEqual([...auditColumns]);
  });

  it("is the same by the database and by us, whatever the columns hold", async () => {
    const odd = {
      name: 'a"b\\c\n\u2028 שלום 😀',
      b: 1.5,
      aa: [null, true, { z: "", a: 1e-7 }],
      big: 12345678901234567890n,
    };
    const json = JSON.stringify(odd, (_, value) =>
      typeof value === "bigint" ? "12345678901234567890" : value,
    );
    for (const [before, after, ip] of [
      [null, null, null],
      ["{}", json, "::1"],
      ['{"n": 1.00, "e": 1E+2}', "[]", "-"],
    ] as const) {
      const id = newId();
      await db.admin`
        insert into audit_log (organization_id, id, action, subject_type, subject_id, actor_kind, before, after, request_id, ip, created_at)
        values (${organization.organizationId}, ${id}, '1:x', '', ${id}, 'user', ${before}::text::jsonb, ${after}::text::jsonb,
          '', ${ip}, '2026-03-01T00:00:00.120+02:00')`;
      const [row] = await db.admin<(EntryTexts & { hash: Buffer })[]>`
        select cf.audit_entry_hash(l) as hash, ${db.admin.unsafe(auditTexts)} from audit_log l where id = ${id}`;
      expect(row && entryHash(row).equals(row.hash)).toBe(true);
      expect(row?.created_at).toBe("2026-02-28T22:00:00.120Z");
    }
  });

  it("tells nothing from an empty text, and where one column ends", () => {
    const texts = Object.fromEntries(auditColumns.map((name) => [name, null])) as EntryTexts;
    const hashes = [
      texts,
      { ...texts, ip: "" },
      { ...texts, ip: "-" },
      { ...texts, request_id: "" },
      { ...texts, request_id: "a\n1:b" },
      { ...texts, request_id: "a", ip: "b" },
    ].map((one) => entryHash(one).toString("hex"));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe("sealing", () => {
  it("links every entry once, in an order that stays, each to the one before it", async () => {
    await sealAudit();
    const first = await chain();
    await clientFixture(organization);
    expect(await sealAudit()).toBe(1);
    expect(await sealAudit()).toBe(0);
    const links = await chain();
    expect(links.slice(0, -1)).toEqual(first);
    expect(links.map(({ seq }) => Number(seq))).toEqual(links.map((_, index) => index + 1));
    let previous: Uint8Array = chainStart(organization.organizationId);
    for (const { seq, entry_hash, hash } of links) {
      expect(hash.equals(linkHash(previous, Number(seq), entry_hash))).toBe(true);
      previous = hash;
    }
    const [left] = await db.admin`
      select count(*)::int as waiting, (select count(*)::int from audit_log) as entries, (select count(*)::int from audit_chain) as links
      from audit_unsealed`;
    expect(left).toMatchObject({ waiting: 0, links: left?.entries });
  });

  it("links each entry once while ten write and five seal at the same time", async () => {
    const write = async () => {
      for (let n = 0; n < 12; n += 1)
        await createClient(organization.accountant, { id: newId(), name: `Client ${n}`, currency: "EUR" });
    };
    const seal = async () => {
      for (let n = 0; n < 12; n += 1) await sealAudit();
    };
    await Promise.all([...Array.from({ length: 10 }, write), ...Array.from({ length: 5 }, seal)]);
    await sealAudit();
    const links = await chain();
    expect(links.map(({ seq }) => Number(seq))).toEqual(links.map((_, index) => index + 1));
    const [entries] = await db.admin`
      select count(*)::int as count from audit_log where organization_id = ${organization.organizationId}`;
    expect(new Set(links.map(({ entry_id }) => entry_id)).size).toBe(entries?.count);
  });

  it("waits for what is still under way, and never for who writes", async () => {
    const id = newId();
    await transaction(organization.accountant.actor, async (tx) => {
      await createClient.within(tx, organization.accountant, { id, name: "Slow", currency: "EUR" });
      expect(await sealAudit()).toBe(0);
      await clientFixture(organization, "Quick");
      expect(await sealAudit()).toBe(1);
    });
    expect(await sealAudit()).toBe(1);
    const [last] = await db.admin`
      select l.subject_id from audit_chain c join audit_log l on l.id = c.entry_id
      where c.organization_id = ${organization.organizationId} order by c.seq desc limit 1`;
    expect(last?.subject_id).toBe(id);
  });

  it("is the system's matter alone, and its links stay as they are", async () => {
    const asAdmin = transaction(organization.admin.actor, (tx) => tx.execute("select cf.seal_audit(1)"));
    await expect(asAdmin).rejects.toMatchObject({ cause: { code: "42501" } });
    const forged = transaction(systemCtx(organization.organizationId, "x").actor, (tx) =>
      tx.execute("insert into audit_chain (seq, entry_id, entry_hash, hash) values (0, cf.org(), '', '')"),
    );
    await expect(forged).rejects.toMatchObject({ cause: { code: "42501" } });
    for (const change of [
      "update audit_chain set seq = seq",
      "delete from audit_chain",
      "truncate audit_chain",
    ])
      await expect(db.admin.unsafe(change), change).rejects.toMatchObject({ code: "CF003" });
  });
});
