import { getTranslations } from "next-intl/server";
import {
  type EditorClient,
  type EditorSetting,
  emptyLine,
  termsOf,
} from "@/components/invoices/editor/values";
import { dateIn, dueDateOf } from "@/lib/core/dates";
import type { DocumentKind } from "@/lib/core/status";
import { documentLabels } from "@/lib/documents/labels";
import { logoAt } from "@/lib/documents/logo";
import { documentPartyOf, taxChoiceLabelOf } from "@/lib/documents/parts";
import { getLogo } from "@/lib/files/queries";
import type { InvoiceDetail } from "@/lib/invoices/detail";
import { sellerOf } from "@/lib/invoices/parties";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { taxRateOf } from "@/lib/invoices/tax-rate";
import { getOrganization, listTaxRates } from "@/lib/organizations/queries";
import { clock } from "@/lib/platform/clock";
import type { Ctx } from "@/lib/platform/context";

/** What the editor needs to know beside the invoice. */
export async function editorSetting(
  ctx: Ctx,
  detail: InvoiceDetail | null,
  newKind: DocumentKind,
): Promise<EditorSetting> {
  const [organization, rates, logo, t] = await Promise.all([
    getOrganization(ctx, {}),
    listTaxRates(ctx, {}),
    getLogo(ctx, {}),
    getTranslations("document"),
  ]);
  const { locale } = organization;
  const kind = detail?.invoice.kind ?? newKind;
  return {
    logo: logoAt(logo, "/files"),
    seller: documentPartyOf(sellerOf(organization), locale),
    locale,
    currency: organization.currency,
    paymentTermsDays: kind === "quote" ? organization.quoteValidDays : organization.paymentTermsDays,
    paymentInstructions: organization.paymentInstructions,
    accentColor: organization.accentColor,
    taxRates: rates.map((row) => {
      const rate = taxRateOf(row);
      return { ...rate, isDefault: row.isDefault, label: taxChoiceLabelOf(rate, locale) };
    }),
    labels: documentLabels(t as (key: string, values?: Record<string, string>) => string),
    today: dateIn(clock.now(), organization.timeZone),
    kind,
    creditedNumber: detail?.credited?.number ?? undefined,
  };
}

/** What a new invoice holds before anything is typed. */
export function newValues(setting: EditorSetting, client: EditorClient | null): InvoiceForm {
  return {
    clientId: client?.id ?? "",
    currency: client?.currency ?? setting.currency,
    exchangeRate: "",
    issueDate: setting.today,
    dueDate: dueDateOf(setting.today, termsOf(client, setting), setting.paymentTermsDays),
    reference: "",
    notes: "",
    keepsCredit: false,
    pricesIncludeTax: false,
    adjustments: [],
    lines: [emptyLine(setting)],
  };
}
