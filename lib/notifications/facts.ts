import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoiceBalances, invoices, memberships, organizations, users } from "@/db/schema";
import { dateIn } from "@/lib/core/dates";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import { clock } from "@/lib/platform/clock";

/** What messages about an invoice say, written for its reader. */
export async function invoiceFacts(tx: Tx, invoiceId: string | null) {
  if (!invoiceId) throw new Error("The event names no invoice");
  const [row] = await tx
    .select({
      invoice: invoices,
      organization: organizations,
      balanceMinor: invoiceBalances.balanceMinor,
      dueDate: invoiceBalances.dueDate,
    })
    .from(invoices)
    .innerJoin(organizations, eq(organizations.id, invoices.organizationId))
    .leftJoin(invoiceBalances, eq(invoiceBalances.invoiceId, invoices.id))
    .where(eq(invoices.id, invoiceId));
  if (!row?.invoice.number) throw new Error("The event's invoice is not issued");
  const { invoice, organization } = row;
  const locale = invoice.locale ?? organization.locale;
  const money = (minor: bigint) => formatMoney(minor, invoice.currency, locale);
  const balanceMinor = row.balanceMinor ?? 0n;
  return {
    invoice,
    organization,
    locale,
    money,
    date: (iso: string) => formatDate(iso, locale),
    number: row.invoice.number,
    balanceMinor,
    /** When what is left is due: of a payment plan, its next instalment. */
    dueDate: row.dueDate ?? invoice.dueDate ?? "",
    today: dateIn(clock.now(), organization.timeZone),
    accentColor: invoice.accentColor ?? organization.accentColor,
  };
}

/** Who at the organization hears of an invoice: its author while active; else, and of what concerns none, every active admin. */
export async function staffRecipients(tx: Tx, invoiceId: string | null): Promise<string[]> {
  const [invoice] = invoiceId
    ? await tx.select({ createdBy: invoices.createdBy }).from(invoices).where(eq(invoices.id, invoiceId))
    : [];
  const staff = await tx
    .select({ id: users.id, email: users.email, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.status, "active"));
  const author = staff.find((member) => member.id === invoice?.createdBy && member.role !== "client");
  const recipients = author ? [author] : staff.filter((member) => member.role === "admin");
  return recipients.map((member) => member.email);
}
