import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getClient, getClientChoice, listClients, searchClients } from "@/lib/clients/queries";
import { getInvoice } from "@/lib/invoices/detail";
import { getOrganization } from "@/lib/organizations/queries";
import { updateOrganization } from "@/lib/organizations/update";
import { transaction } from "@/lib/platform/context";
import { testDatabase } from "@/tests/database";
import { clientFixture, issuedFixture, organizationFixture } from "@/tests/fixtures";
import { organizationForm } from "@/tests/organizations";

const db = testDatabase();
const details = {
  taxNumber: "FR 12 345678901",
  addressLine1: "1 Sealed Street",
  postalCode: "69001",
  city: "Lyon",
  phone: "+33 1 23 45 67 89",
};

describe("a sealed field", () => {
  it("is read through the queries as it was entered, and stored so that nobody reads it", async () => {
    const organization = await organizationFixture();
    const { id } = await clientFixture(organization, "Sealed", details);
    const { phone, ...client } = details;
    expect(await getClient(organization.accountant, { id })).toMatchObject({ client, contact: { phone } });
    expect(await getClientChoice(organization.accountant, { id })).toMatchObject(client);
    await updateOrganization(organization.admin, organizationForm);
    const { taxNumber, addressLine2, paymentInstructions } = organizationForm;
    expect(await getOrganization(organization.admin, {})).toMatchObject({
      taxNumber,
      addressLine2,
      paymentInstructions,
    });
    const [row] = await db.admin`select * from clients where id = ${id}`;
    expect(row).toMatchObject({
      tax_number_sealed: expect.stringMatching(/^s1\.k1\./),
      address_sealed: expect.stringMatching(/^s1\.k1\./),
      tax_number_hash: expect.stringMatching(/^h1\.k1\./),
    });
  });

  it("is nothing where nothing was entered", async () => {
    const organization = await organizationFixture();
    const { id } = await clientFixture(organization, "Open", { taxNumber: " - ", city: "" });
    const [row] =
      await db.admin`select tax_number_sealed is null as none, tax_number_hash, address_sealed from clients where id = ${id}`;
    expect(row).toEqual({ none: false, tax_number_hash: null, address_sealed: null });
    expect((await getClient(organization.accountant, { id })).client.taxNumber).toBe("-");
  });

  it("does not open when it was moved to another client or another column", async () => {
    const organization = await organizationFixture();
    const one = await clientFixture(organization, "One", details);
    const two = await clientFixture(organization, "Two", { ...details, taxNumber: "FR99999999999" });
    const read = (id: string) => getClient(organization.accountant, { id });
    await db.admin`update clients t set tax_number_sealed = o.tax_number_sealed from clients o
      where t.id = ${two.id} and o.id = ${one.id}`;
    await expect(read(two.id)).rejects.toThrow("sealed for another place");
    await db.admin`update clients set tax_number_sealed = address_sealed where id = ${one.id}`;
    await expect(read(one.id)).rejects.toThrow("sealed for another place");
  });

  it("is refused by the database as plain text", async () => {
    const organization = await organizationFixture();
    const { id } = await clientFixture(organization, "Plain", details);
    const invoice = await issuedFixture(organization, id);
    for (const [table, column, of] of [
      ["clients", "tax_number_sealed", id],
      ["clients", "address_sealed", id],
      ["clients", "tax_number_hash", id],
      ["organizations", "payment_instructions_sealed", organization.organizationId],
      ["invoices", "buyer_sealed", invoice.id],
    ] as const)
      await expect(
        db.admin`update ${db.admin(table)} set ${db.admin(column)} = 'FR12345678901' where id = ${of}`,
        `${table}.${column}`,
      ).rejects.toMatchObject({ code: "23514" });
  });
});

describe("a tax number", () => {
  it("finds its client, however it is written, in the list and where one is chosen; a part of it finds nobody", async () => {
    const organization = await organizationFixture();
    const { id } = await clientFixture(organization, "Numbered", details);
    await clientFixture(organization, "Other", { taxNumber: "FR99999999999" });
    for (const search of ["FR12345678901", "fr 12 345 678 901", "FR-12.345678901"]) {
      expect((await listClients(organization.accountant, { search })).rows, search).toMatchObject([{ id }]);
      expect(await searchClients(organization.accountant, { search }), search).toMatchObject([{ id }]);
    }
    for (const search of ["FR1234567890", "12345678901", "%", "--"])
      expect((await listClients(organization.accountant, { search })).rows, search).toEqual([]);
  });

  it("looks different in each organization, and finds only one's own client", async () => {
    const [ours, theirs] = [await organizationFixture(), await organizationFixture()];
    const { id } = await clientFixture(ours, "Ours", details);
    await clientFixture(theirs, "Theirs", details);
    const rows = await db.admin`select distinct tax_number_hash from clients
      where organization_id in ${db.admin([ours.organizationId, theirs.organizationId])}`;
    expect(rows).toHaveLength(2);
    const { rows: found } = await listClients(ours.accountant, { search: details.taxNumber });
    expect(found.map((row) => row.id)).toEqual([id]);
  });
});

describe("what an issued document keeps sealed", () => {
  const columns = ["seller_sealed", "buyer_sealed", "payment_instructions_sealed"] as const;
  const issued = async () => {
    const organization = await organizationFixture();
    await updateOrganization(organization.admin, organizationForm);
    const { id: clientId } = await clientFixture(organization, "Sealed", details);
    return { organization, clientId, id: (await issuedFixture(organization, clientId)).id };
  };

  it("is printed as it was issued, with nothing but names in the open", async () => {
    const { organization, id } = await issued();
    const { invoice } = await getInvoice(organization.accountant, { id });
    expect(invoice.buyer).toMatchObject({
      name: "Sealed",
      taxNumber: details.taxNumber,
      addressLines: ["1 Sealed Street", "69001 Lyon"],
    });
    expect(invoice.seller).toMatchObject({ addressLines: ["2 Seller Street", "Back yard", "10115 Berlin"] });
    expect(invoice.paymentInstructions).toBe(organizationForm.paymentInstructions);
    const [row] = await db.admin`select seller, buyer from invoices where id = ${id}`;
    expect(Object.keys(row?.buyer ?? {}).sort()).toEqual(["country", "email", "name"]);
    await expect(
      db.admin`update invoices set buyer = buyer || '{"taxNumber":"x"}' where id = ${id}`,
    ).rejects.toThrow();
  });

  it("is changed by no actor", async () => {
    const { organization, id, clientId } = await issued();
    const { organizationId } = organization;
    for (const actor of [
      organization.admin.actor,
      organization.accountant.actor,
      organization.system.actor,
      organization.clientUser(clientId).actor,
      { kind: "link", organizationId, invoiceId: id, linkId: id } as const,
      { kind: "anonymous", organizationId } as const,
    ])
      for (const column of columns)
        await expect(
          transaction(actor, (tx) =>
            tx.execute(sql`update invoices set ${sql.identifier(column)} = 's1.k1.x' where id = ${id}`),
          ),
          `${actor.kind} ${column}`,
        ).rejects.toMatchObject({ cause: { code: expect.stringMatching(/CF001|42501/) } });
  });

  it("is sealed anew by the tables' owner alone, who changes nothing else of it", async () => {
    const { organization, id } = await issued();
    for (const column of columns)
      await expect(
        db.admin`update invoices set ${db.admin(column)} = 's1.k1.again' where id = ${id}`,
      ).resolves.toBeDefined();
    for (const change of [
      { notes: "x" },
      { buyer_sealed: "s1.k1.x", number: "X" },
      { accent_color: "#000000" },
    ])
      await expect(
        db.admin`update invoices set ${db.admin(change)} where id = ${id}`,
        JSON.stringify(change),
      ).rejects.toMatchObject({ code: "CF001" });
    // Not by the superuser either, while acting as somebody.
    const acting = db.admin.begin(async (tx) => {
      await tx`select set_config('app.org', ${organization.organizationId}, true), set_config('role', 'cf_system', true)`;
      await tx`update invoices set buyer_sealed = 's1.k1.x' where id = ${id}`;
    });
    await expect(acting).rejects.toMatchObject({ code: "CF001" });
  });
});
