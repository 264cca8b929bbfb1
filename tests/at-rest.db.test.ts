import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { updateClient } from "@/lib/clients/update";
import { cardNumberIn } from "@/lib/core/card-number";
import { sendInvoice } from "@/lib/invoices/send";
import { updateOrganization } from "@/lib/organizations/update";
import { recordPayment } from "@/lib/payments/record-payment";
import type * as Log from "@/lib/platform/log";
import { sendStatement } from "@/lib/statements/send";
import { testDatabase } from "./database";
import { dumpOf, givenAway } from "./dump";
import { withApp } from "./factors";
import { clientFixture, issuedFixture, type OrganizationFixture, organizationFixture } from "./fixtures";
import { organizationForm } from "./organizations";
import { paymentForm } from "./payments";
import { testSandbox } from "./sandbox";
import { deliverEvents, payOnline, postEvent } from "./stripe";
import { workAll } from "./worker";

const logged = vi.hoisted(() => [] as string[]);
vi.mock("@/lib/platform/log", async (original) => {
  const actual = await original<typeof Log>();
  return { ...actual, log: actual.createLog({ write: (line: string) => void logged.push(line) }) };
});
for (const method of ["log", "info", "warn", "error"] as const)
  vi.spyOn(console, method).mockImplementation((...said: unknown[]) => void logged.push(said.join(" ")));

const db = testDatabase();
const sandbox = testSandbox();
const CLIENT = "Planted Client Name";
let organization: OrganizationFixture;
let dump: string;

/** Everything that a person can type and that must not be readable at rest. */
const seller = {
  taxNumber: "DE811907980",
  addressLine1: "17 Seller Avenue",
  addressLine2: "Seller back yard",
  postalCode: "SELLER-10115",
  city: "Sellerville",
  region: "Sellershire",
  paymentInstructions: "Transfer to AT61 1904 3002 3457 3201\nat the Planted Bank",
};
const first = {
  taxNumber: "FR40303265045",
  addressLine1: "4 Planted Lane",
  addressLine2: "Planted staircase",
  postalCode: "PLANTED-69001",
  city: "Plantedville",
  region: "Plantedshire",
  phone: "+33 6 12 34 56 78",
};
const second = {
  taxNumber: "FR83404833048",
  addressLine1: "9 Moved Road",
  addressLine2: "Moved staircase",
  postalCode: "MOVED-75001",
  city: "Movedville",
  region: "Movedshire",
  phone: "+33 6 87 65 43 21",
};
const payer = { line1: "3 Payer Crescent", city: "Payertown", phone: "+49 151 7654321" };
let totp: string;

beforeAll(async () => {
  organization = await organizationFixture({ mfaPolicy: "required" });
  const { accountant, admin, organizationId } = organization;
  totp = (await withApp(accountant)).secret;
  await updateOrganization(admin, { ...organizationForm, ...seller });
  const client = await clientFixture(organization, CLIENT, first);
  const { id: invoiceId } = await issuedFixture(organization, client.id);
  await updateClient(accountant, {
    id: client.id,
    version: 1,
    name: CLIENT,
    email: client.email,
    currency: "EUR",
    country: "FR",
    ...second,
  });
  await issuedFixture(organization, client.id);
  await issuedFixture(organization, client.id, { kind: "quote" });
  await sendInvoice(accountant, { id: invoiceId, message: null });
  await sendStatement(accountant, { clientId: client.id, from: "2026-01-01", to: "2026-12-31" });
  await payOnline(sandbox.current, organization, invoiceId);
  await deliverEvents(sandbox.current, organizationId);
  await postEvent(organizationId, {
    id: "evt_planted",
    type: "customer.updated",
    data: { object: { phone: payer.phone, address: { line1: payer.line1, city: payer.city } } },
  });
  await workAll();
  dump = await dumpOf(process.env.DATABASE_URL ?? "");
});

describe("a copy of the whole database", () => {
  const planted = () => [
    totp,
    ...[seller, first, second, payer].flatMap((values) => Object.values(values)),
    ...seller.paymentInstructions.split("\n"),
  ];

  it("gives away none of what was typed into sealed fields, in whatever spelling", () => {
    expect(planted()).toHaveLength(27);
    expect(givenAway(dump, planted())).toEqual([]);
  });

  it("would give it away: the client's name is found", async () => {
    expect(givenAway(dump, [CLIENT])).toEqual([CLIENT]);
    const hex = Buffer.from(`x${CLIENT}`).toString("hex");
    const base64 = Buffer.from(`{"name":"${CLIENT}"}`).toString("base64");
    expect(givenAway(hex, [CLIENT])).toEqual([CLIENT]);
    expect(givenAway(base64, [CLIENT])).toEqual([CLIENT]);
  });

  it("holds what was done: documents, messages, payments and events", async () => {
    const [counts] =
      await db.admin`select (select count(*)::int from invoices where lifecycle = 'open') as issued,
      (select count(*)::int from deliveries where state = 'sent') as sent, (select count(*)::int from payments) as payments,
      (select count(*)::int from webhook_inbox where state <> 'received') as events`;
    expect(counts).toMatchObject({ issued: 3, payments: 1 });
    expect(counts?.sent).toBeGreaterThanOrEqual(3);
    expect(counts?.events).toBeGreaterThanOrEqual(4);
  });

  it("and the log give away none of it either", () => {
    const log = logged.join("\n");
    expect(log).toContain("invoice.finalize");
    expect(givenAway(log, planted())).toEqual([]);
  });
});

describe("a card's number", () => {
  it("is nowhere after a payment by card: not in the database, the log, nor what the sandbox keeps", () => {
    const kept = JSON.stringify(sandbox.current.state);
    expect(kept).toContain('"last4":"4242"');
    for (const [where, text] of Object.entries({ dump, log: logged.join("\n"), kept }))
      for (const line of text.split("\n")) expect(cardNumberIn(line), where).toBeNull();
    expect(givenAway(dump + logged.join("\n"), ["4242424242424242"])).toEqual([]);
    expect(cardNumberIn(`${dump}\n4242424242424242`)).toBe("4242424242424242");
  });

  it("is refused wherever people can type it, and then neither stored nor logged", async () => {
    const { accountant, admin } = organization;
    const typed = "my card is 4242 4242 4242 4242";
    const client = await clientFixture(organization, "Typing Client");
    const refusals: [string, () => Promise<unknown>][] = [
      ["note", () => recordPayment(accountant, paymentForm(client.id, { note: typed }))],
      ["reference", () => recordPayment(accountant, paymentForm(client.id, { reference: typed }))],
      ["notes", () => issuedFixture(organization, client.id, { notes: typed })],
      ["taxNumber", () => clientFixture(organization, "Typing Client", { taxNumber: "4242 4242 4242 4242" })],
      ["phone", () => clientFixture(organization, "Typing Client", { phone: "4242-4242-4242-4242" })],
      [
        "paymentInstructions",
        () => updateOrganization(admin, { ...organizationForm, version: 2, paymentInstructions: typed }),
      ],
    ];
    for (const [field, run] of refusals)
      await expect(run(), field).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: "cardNumber" },
      });
    const now = await dumpOf(process.env.DATABASE_URL ?? "");
    for (const line of [...now.split("\n"), ...logged]) expect(cardNumberIn(line)).toBeNull();
  });

  it("has no field on any page of ours", () => {
    const files = ["app", "components"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    expect(files.length).toBeGreaterThan(150);
    const field =
      /autocomplete=["'{`]+\s*cc-|["'`]cc-(number|csc|exp|name|type)|\b(card_?(number|cvc|cvv|code|expiry)|cvc2?|cvv2?|pan)\b\s*["'`=:]/i;
    expect(files.filter((file) => field.test(readFileSync(file, "utf8")))).toEqual([]);
    for (const found of ['autoComplete="cc-number"', 'name="cardNumber"', "cvc:", 'name="card_number"'])
      expect(found).toMatch(field);
  });
});
