import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvoiceDocument } from "@/components/documents/invoice-document";
import { WhyAmounts } from "@/components/documents/why-amount";
import { IssuedAttachments } from "@/components/files/issued-attachments";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { documentLabels } from "@/lib/documents/labels";
import { documentSourceOf, documentViewOf } from "@/lib/documents/view";
import { whyOf } from "@/lib/documents/why";
import { getInvoice } from "@/lib/invoices/detail";
import { requirePermission } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";

/** Leads to the hosted page, where it can be paid; an invoice that was not sent yet can only be read. */
export default async function PortalInvoicePage({ params }: { params: Promise<{ id: string }> }) {
  const { ctx, actor } = await requirePermission("invoice.read");
  if (actor.role !== "client") redirect("/");
  const { id } = await params;
  const detail = await orNotFound(getInvoice(ctx, { id }));
  if (detail.hostedUrl) redirect(detail.hostedUrl);
  const [t, words] = await Promise.all([getTranslations("pay"), getTranslations("document")]);
  const view = documentViewOf(detail);
  const pdf = (
    <ButtonLink href={`/portal/invoices/${id}/pdf`} prefetch={false}>
      {t("download")}
    </ButtonLink>
  );
  return (
    <PublicShell seller={view.seller.name} actions={pdf}>
      <WhyAmounts why={whyOf(documentSourceOf(detail), view.locale)}>
        <InvoiceDocument
          view={view}
          labels={documentLabels((key, values) => words(key as never, values as never))}
        />
      </WhyAmounts>
      <div className="mt-5 empty:hidden">
        <IssuedAttachments attachments={detail.attachments} filesAt="/files" />
      </div>
    </PublicShell>
  );
}
