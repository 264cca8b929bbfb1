import { memberships, organizations, taxRates, users } from "@/db/schema";
import { createClient } from "@/lib/clients/create";
import { toMajor } from "@/lib/core/money";
import type { Role } from "@/lib/core/permissions";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { saveInvoice } from "@/lib/invoices/save";
import { createTaxRate } from "@/lib/organizations/create-tax-rate";
import { sealOrganization } from "@/lib/parties/organization";
import { recordPayment } from "@/lib/payments/record-payment";
import { clock } from "@/lib/platform/clock";
import { actAs, type Ctx, systemCtx, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { part, paymentForm } from "./payments";

/** An organization with an admin, an accountant and a 20 % tax rate. */
export async function organizationFixture(overrides: Partial<typeof organizations.$inferInsert> = {}) {
  const organizationId = newId();
  const taxRateId = newId();
  const people = { admin: newId(), accountant: newId() };
  await transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    await tx.insert(organizations).values({
      id: organizationId,
      name: "Example Ltd",
      country: "DE",
      currency: "EUR",
      timeZone: "UTC",
      ...sealOrganization(organizationId, { taxNumber: "DE000000000" }),
      // Tests of second factors say that they are required.
      mfaPolicy: "optional",
      ...overrides,
    });
    await actAs(tx, { kind: "anonymous", organizationId });
    for (const role of ["admin", "accountant"] as const) {
      const id = people[role];
      await tx
        .insert(users)
        .values({ id, email: `${role}-${id}@example.com`, name: role, passwordHash: "none" });
      await tx.insert(memberships).values({ organizationId, userId: id, role });
    }
  });
  const as = (role: Role, clientId: string | null = null): Ctx => ({
    actor: {
      kind: "user",
      organizationId,
      userId: role === "admin" ? people.admin : people.accountant,
      sessionId: newId(),
      role,
      clientId,
      // These people have always just proved to be themselves, whatever the time is.
      get provenAt() {
        return clock.now();
      },
    },
    requestId: newId(),
    ip: null,
  });
  await transaction(as("admin").actor, (tx) =>
    tx
      .insert(taxRates)
      .values({ id: taxRateId, name: "VAT", category: "S", ratePpm: 200_000, isDefault: true }),
  );
  return {
    organizationId,
    taxRateId,
    people,
    admin: as("admin"),
    accountant: as("accountant"),
    system: systemCtx(organizationId, "test"),
    clientUser: (clientId: string) => as("client", clientId),
  };
}

export type OrganizationFixture = Awaited<ReturnType<typeof organizationFixture>>;

/** A tax rate as an admin adds it; 20 % unless its fields say otherwise. Returns its id. */
export async function taxRateFixture(organization: OrganizationFixture, fields: object = {}) {
  const rate = { id: newId(), name: "Tax", category: "S", percent: "20" };
  const { id } = await createTaxRate(organization.admin, { ...rate, ...fields });
  return id;
}

/** A client with an email address. */
export async function clientFixture(
  organization: OrganizationFixture,
  name = "Sample Client",
  fields: object = {},
) {
  const id = newId();
  await createClient(organization.accountant, {
    id,
    name,
    currency: "EUR",
    country: "FR",
    email: `client-${id}@example.com`,
    ...fields,
  });
  return { id, email: `client-${id}@example.com` };
}

/** What the editor holds for one line: 2 × 100.00 EUR + 20 %. */
export const lineForm = (organization: OrganizationFixture, overrides: object = {}) => ({
  description: "Work",
  quantity: "2",
  unit: "h",
  unitPrice: "100.00",
  discountKind: "percent",
  discount: "",
  taxRateId: organization.taxRateId,
  ...overrides,
});

/** What the editor sends for an invoice of that line: 240.00 EUR. */
export function invoiceForm(
  organization: OrganizationFixture,
  clientId: string | null,
  overrides: object = {},
) {
  return {
    id: newId(),
    version: null,
    clientId,
    currency: "EUR",
    issueDate: "2026-03-01",
    dueDate: "2026-03-15",
    reference: "",
    notes: "",
    lines: [lineForm(organization)],
    ...overrides,
  };
}

/** An issued invoice over 240.00 EUR. */
export async function issuedFixture(
  organization: OrganizationFixture,
  clientId: string,
  overrides: object = {},
) {
  const saved = await saveInvoice(organization.accountant, invoiceForm(organization, clientId, overrides));
  return finalizeInvoice(organization.accountant, saved);
}

/** An issued invoice over 240.00 EUR of which so much was paid at the bank, on 20 March 2026. */
export async function paidFixture(organization: OrganizationFixture, clientId: string, amountMinor: bigint) {
  const { id, number } = await issuedFixture(organization, clientId);
  const form = paymentForm(clientId, {
    amount: toMajor(amountMinor, "EUR"),
    receivedOn: "2026-03-20",
    settles: [part(id, toMajor(amountMinor, "EUR"))],
  });
  const { id: paymentId } = await recordPayment(organization.accountant, form);
  return { id, number, paymentId };
}
