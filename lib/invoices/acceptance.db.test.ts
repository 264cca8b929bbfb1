import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { taxRates } from "@/db/schema";
import { transaction } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { clientFixture, type OrganizationFixture, organizationFixture } from "@/tests/fixtures";
import { anyForm, formRates } from "@/tests/invoice-forms";
import { createCreditNote } from "./create-credit-note";
import { getInvoice } from "./detail";
import { finalizeInvoice } from "./finalize";
import { legalText } from "./legal-text";
import { previewOf } from "./preview";
import { saveInvoice } from "./save";

const DOCUMENTS = 1000;

const db = testDatabase();
let organization: OrganizationFixture;
let clientId: string;

beforeAll(async () => {
  organization = await organizationFixture();
  clientId = (await clientFixture(organization, "Sample Client", { taxNumber: "FR00000000000" })).id;
  const rows = [...formRates.values()].map(({ compound, withholding, ...rate }) => ({
    ...rate,
    compoundName: compound?.name ?? null,
    compoundPpm: compound?.ratePpm ?? null,
    withholdingName: withholding?.name ?? null,
    withholdingPpm: withholding?.ratePpm ?? null,
  }));
  await transaction(organization.admin.actor, (tx) => tx.insert(taxRates).values(rows));
});

/** The draft, or null where the form is refused for a reason. */
async function saved(form: object) {
  try {
    return await saveInvoice(organization.accountant, { ...form, id: newId(), version: null, clientId });
  } catch (error) {
    if (error instanceof DomainError && error.code === "invalid") return null;
    throw error;
  }
}

it(`what can be saved can be issued and credited in full: ${DOCUMENTS} documents`, async () => {
  let issued = 0;
  await fc.assert(
    fc.asyncProperty(anyForm, async (form) => {
      const draft = await saved(form);
      if (!draft) return;
      await finalizeInvoice(organization.accountant, draft);
      const { invoice, items, adjustments, taxes } = await getInvoice(organization.accountant, draft);
      const { totals, ...shown } = previewOf(form, formRates, legalText);
      expect({ items, adjustments, taxes }).toMatchObject({
        items: shown.items,
        adjustments: shown.adjustments,
        taxes: shown.taxes,
      });
      const { subtotalMinor, taxMinor, totalMinor, withheldMinor, grantedMinor } = totals;
      expect(invoice).toMatchObject({ subtotalMinor, taxMinor, totalMinor, withheldMinor, grantedMinor });
      const note = await createCreditNote(organization.accountant, { id: draft.id, newId: newId() });
      await finalizeInvoice(organization.accountant, { ...note, version: 1 });
      issued += 1;
    }),
    { numRuns: DOCUMENTS },
  );
  expect(issued).toBeGreaterThan(DOCUMENTS / 2);
  const left = await db.admin`select account_code from journal_lines group by 1
    having sum(amount_minor) <> 0 or sum(base_minor) <> 0`;
  expect(left).toEqual([]);
}, 300_000);
