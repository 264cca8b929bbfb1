import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  invoiceForm,
  lineForm,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { storedInvoice } from "@/tests/invoices";
import { deleteDraft } from "./delete";
import { getInvoice } from "./detail";
import { saveInvoice } from "./save";

const db = testDatabase();
let organization: OrganizationFixture;
let other: OrganizationFixture;
let clientId: string;

beforeAll(async () => {
  organization = await organizationFixture();
  other = await organizationFixture();
  clientId = (await clientFixture(organization)).id;
});

const line = (change: object = {}) => lineForm(organization, change);
const save = (form: object) => saveInvoice(organization.accountant, form);
const stored = (id: string) => storedInvoice(db, id);

describe("the same form twice", () => {
  it("saves one invoice, with one audit entry and one event", async () => {
    const form = invoiceForm(organization, clientId);
    const saved = await Promise.all([save(form), save(form), save(form)]);
    expect(saved).toEqual([1, 2, 3].map(() => ({ id: form.id, version: 1 })));
    const [trail] = await db.admin`
      select (select count(*)::int from audit_log where subject_id = ${form.id}) as audit,
        (select count(*)::int from domain_events where subject_id = ${form.id}) as events`;
    expect(trail).toEqual({ audit: 1, events: 1 });
  });

  it("changes nothing when nothing was changed, however the numbers are written", async () => {
    const form = invoiceForm(organization, clientId);
    await save(form);
    const again = { ...form, version: 1, lines: [line({ quantity: "2.000", unitPrice: "100" })] };
    expect(await save(again)).toEqual({ id: form.id, version: 1 });
  });

  it("tells, rather than loses, other entries under the id of a new invoice", async () => {
    const form = invoiceForm(organization, clientId);
    await save(form);
    await expect(save({ ...form, notes: "written since" })).rejects.toMatchObject({
      code: "conflict",
      key: "changedElsewhere",
    });
    expect(await stored(form.id)).toMatchObject({ version: 1, notes: null });
  });
});

describe("two tabs", () => {
  it("the second save is told, and the first one stays", async () => {
    const form = invoiceForm(organization, clientId);
    await save(form);
    expect(await save({ ...form, version: 1, notes: "first tab" })).toMatchObject({ version: 2 });
    await expect(save({ ...form, version: 1, notes: "second tab" })).rejects.toMatchObject({
      key: "changedElsewhere",
    });
    expect(await stored(form.id)).toMatchObject({ version: 2, notes: "first tab", items: ["Work"] });
  });

  it("of two saves at the same moment one is told", async () => {
    const form = invoiceForm(organization, clientId);
    await save(form);
    const saves = await Promise.allSettled(
      ["left", "right"].map((notes) => save({ ...form, version: 1, notes })),
    );
    expect(saves.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await stored(form.id)).toMatchObject({ version: 2 });
  });

  it("a line deleted in another tab does not come back in silence", async () => {
    const form = invoiceForm(organization, clientId, { lines: [line(), line({ description: "More" })] });
    await save(form);
    await save({ ...form, version: 1, lines: [line()] });
    await expect(save({ ...form, version: 1, notes: "still two lines here" })).rejects.toMatchObject({
      key: "changedElsewhere",
    });
    expect(await stored(form.id)).toMatchObject({ items: ["Work"], total_minor: "24000" });
  });

  it("a draft deleted in another tab is not found", async () => {
    const form = invoiceForm(organization, clientId);
    await save(form);
    await deleteDraft(organization.accountant, { id: form.id });
    await expect(save({ ...form, version: 1, notes: "late" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("another organization", () => {
  it("finds nothing under its id", async () => {
    const form = invoiceForm(organization, clientId);
    await save(form);
    const foreign = { ...form, version: 1, clientId: null, lines: [] };
    for (const attempt of [
      () => saveInvoice(other.accountant, foreign),
      () => getInvoice(other.accountant, { id: form.id }),
      () => deleteDraft(other.accountant, { id: form.id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    expect(await stored(form.id)).toMatchObject({ version: 1, items: ["Work"] });
  });

  it("can't be named as client or tax rate", async () => {
    const foreign = invoiceForm(other, clientId);
    await expect(saveInvoice(other.accountant, foreign)).rejects.toMatchObject({
      fields: { clientId: "clientGone" },
    });
    const taxed = invoiceForm(organization, clientId, { lines: [line({ taxRateId: other.taxRateId })] });
    await expect(save(taxed)).rejects.toMatchObject({ fields: { "lines.0.taxRateId": "taxRateGone" } });
  });
});
