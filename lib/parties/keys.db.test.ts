import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { listClients } from "@/lib/clients/queries";
import { updateClient } from "@/lib/clients/update";
import { getInvoice } from "@/lib/invoices/detail";
import { getOrganization } from "@/lib/organizations/queries";
import { updateOrganization } from "@/lib/organizations/update";
import { env } from "@/lib/platform/env";
import { parseKeyring } from "@/lib/platform/keyring";
import { countOld, reseal } from "@/lib/platform/reseal";
import { openWith } from "@/lib/platform/seal";
import { sealedColumns } from "@/lib/platform/sealed-columns";
import { testDatabase } from "@/tests/database";
import { withApp } from "@/tests/factors";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { organizationForm } from "@/tests/organizations";

const db = testDatabase();

const spare = ["k2", "k3", "k4"].map((id) => `${id}:${randomBytes(32).toString("base64")}`);
const [fresh = ""] = spare;
/** All keys, one of which seals. */
function sealingBy(current: string) {
  const first = env().SEALING_KEYS.keys.get("k1")?.toString("base64");
  return parseKeyring([`k1:${first}`, ...spare].join(","), current);
}

/** Every sealed text and every hash that the database holds, by its place. */
async function everySealed() {
  const found: { at: string; value: string }[] = [];
  for (const { table, column, ...more } of sealedColumns)
    for (const name of [column, "hash" in more ? more.hash : []].flat()) {
      const rows = await db.admin`select id, ${db.admin(name)} as value from ${db.admin(table)}
        where ${db.admin(name)} is not null`;
      found.push(...rows.map(({ id, value }) => ({ at: `${table}.${name} ${id}`, value })));
    }
  return found;
}

/** An organization with an issued invoice whose parties have an address, a tax number and a bank account. */
async function scene(organization: OrganizationFixture) {
  await updateOrganization(organization.admin, organizationForm);
  const { id: clientId } = await clientFixture(organization, "Sample Client", {
    taxNumber: "FR 12 345678901",
    addressLine1: "1 Sealed Street",
    city: "Lyon",
    phone: "+33 1 23 45 67 89",
  });
  const { id: invoiceId } = await issuedFixture(organization, clientId);
  return { clientId, invoiceId };
}

it("a new key seals everything anew, from where it stopped, and every secret opens as before", async () => {
  const organizations = await Promise.all(
    Array.from({ length: 3 }, () => organizationFixture({ mfaPolicy: "required" })),
  );
  const [first] = organizations;
  if (!first) throw new Error("no organization");
  const secrets: string[] = [];
  for (const organization of organizations) secrets.push((await withApp(organization.accountant)).secret);
  const { clientId, invoiceId } = await scene(first);
  const seen = async () => ({
    organization: await getOrganization(first.admin, {}),
    invoice: (await getInvoice(first.accountant, { id: invoiceId })).invoice,
    found: (await listClients(first.accountant, { search: "fr12345678901" })).rows,
  });
  const before = await seen();
  expect(before.invoice.buyer).toMatchObject({ taxNumber: "FR 12 345678901" });
  expect(before.found).toMatchObject([{ id: clientId, city: "Lyon" }]);

  const old = env().SEALING_KEYS;
  const both = sealingBy("k2");
  const sealed = (await everySealed()).filter(({ value }) => value.startsWith("s1."));
  expect(new Set(sealed.map(({ at }) => at.split(" ")[0])).size).toBe(sealedColumns.length - 2);
  expect(await countOld(db.admin, both)).toBe(sealed.length);

  const [spoilt] = await db.admin`select organization_id, secret_sealed from factors
    order by organization_id desc limit 1`;
  const spoil = (text: string) =>
    db.admin`update factors set secret_sealed = ${text} where organization_id = ${spoilt?.organization_id}`;
  await spoil("s1.k9.AAAA");
  await expect(reseal(db.admin, both, () => {})).rejects.toThrow("key k9: add it to SEALING_KEYS");
  await spoil(spoilt?.secret_sealed);
  expect(await reseal(db.admin, both, () => {})).toBe(sealed.length);
  expect(await countOld(db.admin, both)).toBe(0);
  expect(await reseal(db.admin, both, () => {})).toBe(0);
  for (const { at, value } of await everySealed()) expect(value, at).toMatch(/^(s1|h1)\.k2\./);

  const alone = parseKeyring(fresh);
  for (const [index, row] of (
    await db.admin`select organization_id, id, secret_sealed from factors`
  ).entries()) {
    const { organization_id: organizationId, id, secret_sealed: text } = row;
    const place = { table: "factors", column: "secret_sealed", id, organizationId };
    expect(secrets, `number ${index}`).toContain(openWith(alone, text, place));
  }
  env().SEALING_KEYS = alone;
  expect(await seen()).toEqual(before);
  env().SEALING_KEYS = old;
});

it("while keys are changing a client is found by its tax number, by whichever key that was hashed", async () => {
  const organization = await organizationFixture();
  const { clientId } = await scene(organization);
  const old = env().SEALING_KEYS;
  env().SEALING_KEYS = sealingBy("k3");
  const { id } = await clientFixture(organization, "Later Client", { taxNumber: "FR12345678901" });
  const { rows } = await listClients(organization.accountant, { search: "FR-12-345-678-901" });
  expect(rows.map((row) => row.id).sort()).toEqual([clientId, id].sort());
  env().SEALING_KEYS = old;
});

it("beside people who save, nothing is lost: what they sealed by the old key meanwhile is done by the next run", async () => {
  const organization = await organizationFixture();
  const clients = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      clientFixture(organization, `Client ${index}`, { taxNumber: `FR0000000000${index}`, city: "Before" }),
    ),
  );
  const old = env().SEALING_KEYS;
  const next = sealingBy("k4");
  env().SEALING_KEYS = sealingBy("k1");
  const saves = clients.map(({ id }, index) =>
    updateClient(organization.accountant, {
      id,
      version: 1,
      name: `Client ${index}`,
      currency: "EUR",
      taxNumber: `FR9999999999${index}`,
      city: "After",
    }),
  );
  await Promise.all([reseal(db.admin, next, () => {}), ...saves]);
  await reseal(db.admin, next, () => {});
  expect(await countOld(db.admin, next)).toBe(0);
  for (const [index, { id }] of clients.entries()) {
    const { rows } = await listClients(organization.accountant, { search: `FR9999999999${index}` });
    expect(rows).toMatchObject([{ id, city: "After" }]);
  }
  env().SEALING_KEYS = old;
});
