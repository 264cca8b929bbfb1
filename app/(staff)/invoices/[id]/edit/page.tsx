import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AttachmentsCard } from "@/components/files/attachments-card";
import { InvoiceEditor } from "@/components/invoices/editor/invoice-editor";
import { emptyLine } from "@/components/invoices/editor/values";
import { getClientChoice, searchClients } from "@/lib/clients/queries";
import { findInvoice } from "@/lib/invoices/detail";
import { editorValuesOf } from "@/lib/invoices/editor-values";
import { requirePermission } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, type SearchParams } from "@/lib/web/params";
import {
  createClientAction,
  detachFileAction,
  fetchRateAction,
  findClientAction,
  issueInvoiceAction,
  saveInvoiceAction,
  searchClientsAction,
} from "../../actions";
import { editorSetting, newValues } from "./setting";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, query] = await Promise.all([getTranslations("invoices.editor"), firstValues(searchParams)]);
  if (query.kind === "quote") return { title: t("quoteTitles.new") };
  return { title: query.new ? t("newTitle") : t("editTitle") };
}

export default async function EditInvoicePage({ params, searchParams }: Props) {
  const { ctx } = await requirePermission("invoice.write");
  const [{ id }, query] = await Promise.all([params, firstValues(searchParams)]);
  const detail = await orNotFound(findInvoice(ctx, { id, orNew: query.new === "1" }));
  if (detail && detail.invoice.lifecycle !== "draft") redirect(`/invoices/${id}`);
  const [setting, suggestions, chosen] = await Promise.all([
    editorSetting(ctx, detail, query.kind === "quote" ? "quote" : "invoice"),
    searchClients(ctx, { search: "" }),
    query.client && !detail ? orNotFound(getClientChoice(ctx, { id: query.client })) : null,
  ]);
  const values = detail ? editorValuesOf(detail) : newValues(setting, chosen);
  return (
    <InvoiceEditor
      key={id}
      id={id}
      version={detail?.invoice.version ?? null}
      values={values.lines.length > 0 ? values : { ...values, lines: [emptyLine(setting)] }}
      client={detail?.client ?? chosen}
      suggestions={suggestions}
      setting={setting}
      attachments={
        <AttachmentsCard
          documentId={detail ? id : null}
          attachments={detail?.attachments ?? []}
          detach={detachFileAction}
        />
      }
      restore={query.restore === "1"}
      actions={{
        save: saveInvoiceAction,
        issue: issueInvoiceAction,
        searchClients: searchClientsAction,
        findClient: findClientAction,
        createClient: createClientAction,
        fetchRate: fetchRateAction,
      }}
    />
  );
}
