import { and, asc, count, eq, sql } from "drizzle-orm";
import {
  clients,
  contacts,
  instalments,
  invoiceItems,
  invoices,
  invoiceTaxes,
  organizations,
} from "@/db/schema";
import { lockClient } from "@/lib/allocations/allocate";
import { creditsOf, settleFromCredit } from "@/lib/allocations/credit";
import { dateIn, dueDateOf } from "@/lib/core/dates";
import { convert } from "@/lib/core/exchange";
import { lackingTaxNumber, type TaxParty } from "@/lib/core/tax-rules";
import { post } from "@/lib/ledger/post";
import { openClient } from "@/lib/parties/client";
import { sealSnapshot } from "@/lib/parties/document";
import { openOrganization } from "@/lib/parties/organization";
import { clock } from "@/lib/platform/clock";
import { conflict, invalid, notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { verb } from "@/lib/platform/verb";
import { laterOf } from "./dates";
import { takeNumber } from "./numbers";
import { buyerOf, sellerOf } from "./parties";
import { finalizationPostings, payableOf } from "./postings";
import { FinalizeInput } from "./schemas";
import { applyToInvoice, lockCredited } from "./settle-credit-note";

/**
 * Issues a draft: freezes seller, buyer, lines and taxes, posts the journal, takes the next number.
 * Issue date and due date default to today (organization's time zone) and the payment terms.
 * @throws DomainError conflict `frozen`, `changedElsewhere` or `sellerTaxNumber`; invalid without client, lines, exchange
 * rate or the buyer's tax number where the document needs it
 */
export const finalizeInvoice = verb("invoice.finalize", FinalizeInput, async (tx, ctx, { id, version }) => {
  // One after the other on the connection: what follows the lock sees what the one before it left.
  const [[draft], [seller], [lines], taxes, plan, [client]] = await together([
    tx.select().from(invoices).where(eq(invoices.id, id)).for("update"),
    tx.select().from(organizations),
    tx.select({ count: count() }).from(invoiceItems).where(eq(invoiceItems.invoiceId, id)),
    tx.select().from(invoiceTaxes).where(eq(invoiceTaxes.invoiceId, id)),
    tx.select().from(instalments).where(eq(instalments.invoiceId, id)).orderBy(asc(instalments.position)),
    tx
      .select({ client: clients, contact: contacts })
      .from(invoices)
      .innerJoin(clients, eq(clients.id, invoices.clientId))
      .leftJoin(contacts, and(eq(contacts.clientId, clients.id), eq(contacts.isPrimary, true)))
      .where(eq(invoices.id, id)),
  ]);
  if (!draft || !seller) throw notFound();
  const organization = openOrganization(seller);
  const buyer = client && { client: openClient(client.client), contact: client.contact };
  if (draft.lifecycle !== "draft") throw conflict("frozen");
  if (draft.version !== version) throw conflict("changedElsewhere");
  if (!draft.clientId || !buyer) throw invalid("clientId", "required");
  if (!lines?.count) throw invalid("lines", "noLines");

  // A quote is no tax document yet.
  if (draft.kind !== "quote") refuseWithoutTaxNumbers(taxes, sellerOf(organization), buyer.client);

  const issueDate = draft.issueDate ?? dateIn(clock.now(), organization.timeZone);
  const terms = {
    invoice: buyer.client.paymentTermsDays,
    credit_note: 0,
    quote: organization.quoteValidDays,
  }[draft.kind];
  const dueDate =
    plan.at(-1)?.dueDate ?? draft.dueDate ?? dueDateOf(issueDate, terms, organization.paymentTermsDays);
  if (dueDate < issueDate) throw invalid("dueDate", "dueBeforeIssue");
  if (plan[0] && plan[0].dueDate < issueDate) throw conflict("planBeforeIssue");
  const exchangeRate = draft.currency === organization.currency ? "1" : draft.exchangeRate;
  // A quote posts nothing: the rate is that of the day when it becomes an invoice.
  if (!exchangeRate && draft.kind !== "quote") throw invalid("exchangeRate", "rateRequired");
  const credited = draft.kind === "credit_note" ? await lockCredited(tx, draft) : null;
  if (credited?.issueDate && issueDate < credited.issueDate)
    throw invalid("issueDate", "creditBeforeInvoice");
  const appliesCredit = draft.kind === "invoice" && organization.appliesCredit;
  if (appliesCredit) await lockClient(tx, draft.clientId);
  // The series' counter is the lock that makes numbers gapless; it is taken last, so that it is held shortest.
  const number = await takeNumber(tx, draft.kind, issueDate);
  // Sent first, for the posting's projection reads the due date.
  const written = tx
    .update(invoices)
    .set({
      lifecycle: "open",
      number,
      issueDate,
      dueDate,
      exchangeRate,
      ...sealSnapshot(draft, {
        seller: sellerOf(organization),
        buyer: buyerOf(buyer.client, buyer.contact),
        paymentInstructions: organization.paymentInstructions,
      }),
      locale: buyer.client.locale ?? organization.locale,
      accentColor: organization.accentColor,
      logoFileId: sql`(select file_id from logos)`,
      finalizedAt: clock.now(),
      updatedAt: clock.now(),
    })
    .where(eq(invoices.id, id))
    .execute();
  await together([
    written,
    draft.kind === "quote"
      ? null
      : post(tx, {
          kind: `${draft.kind}.finalized`,
          sourceId: id,
          postedOn: issueDate,
          currency: draft.currency,
          clientId: draft.clientId,
          postings: finalizationPostings(draft, taxes, (minor) =>
            convert(minor, draft.currency, organization.currency, exchangeRate ?? "1"),
          ),
        }),
    ctx.audit({
      action: `${draft.kind}.finalize`,
      subjectType: draft.kind,
      subjectId: id,
      before: { lifecycle: "draft" },
      after: { lifecycle: "open", number, issueDate, dueDate, totalMinor: draft.totalMinor },
    }),
    ctx.emit({ type: `${draft.kind}.finalized`, subjectId: id, invoiceId: id, payload: { number } }),
  ]);
  if (credited) {
    if (!draft.keepsCredit) await applyToInvoice(tx, draft, issueDate);
    const payload = { number, amountMinor: String(payableOf(draft)), currency: draft.currency };
    await ctx.emit({ type: "invoice.credited", subjectId: id, invoiceId: credited.id, payload });
  }
  if (appliesCredit) {
    const { clientId, currency } = draft;
    const credits = await creditsOf(tx, clientId, currency);
    const on = laterOf(dateIn(clock.now(), organization.timeZone), issueDate);
    await settleFromCredit(tx, ctx, { id, clientId, currency }, credits, payableOf(draft), on);
  }
  return { id, number };
});

type TaxRow = Pick<typeof invoiceTaxes.$inferSelect, "category">;

function refuseWithoutTaxNumbers(taxes: readonly TaxRow[], seller: TaxParty, buyer: TaxParty): void {
  const categories = taxes.flatMap((row) => row.category ?? []);
  const lacking = lackingTaxNumber(categories, seller, buyer);
  if (lacking === "buyer") throw invalid("clientId", "buyerTaxNumber");
  if (lacking === "seller") throw conflict("sellerTaxNumber");
}
