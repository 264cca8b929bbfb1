import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoiceLinks } from "@/db/schema";
import { deriveToken, hashToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";

/** The hosted page's token of a link row: derived from its id, so that only a hash needs to be stored. */
export const linkToken = (linkId: string): string => deriveToken("invoice-link", linkId, env().AUTH_SECRET);

export const hostedUrl = (linkId: string): string => `${env().APP_URL}/pay/${linkToken(linkId)}`;

const current = (invoiceId: string) =>
  and(eq(invoiceLinks.invoiceId, invoiceId), isNull(invoiceLinks.revokedAt));

/** The id of the invoice's valid link, if it has one. */
export async function currentLink(tx: Tx, invoiceId: string): Promise<string | null> {
  const [link] = await tx.select({ id: invoiceLinks.id }).from(invoiceLinks).where(current(invoiceId));
  return link?.id ?? null;
}

/** The id of the invoice's valid link, made when there is none. A partial unique index allows one at a time. */
export async function ensureLink(tx: Tx, invoiceId: string): Promise<string> {
  const id = newId();
  const [made] = await tx
    .insert(invoiceLinks)
    .values({ id, invoiceId, tokenHash: hashToken(linkToken(id)) })
    .onConflictDoNothing()
    .returning({ id: invoiceLinks.id });
  const link = made?.id ?? (await currentLink(tx, invoiceId));
  if (!link) throw new Error("The invoice's link is neither new nor there");
  return link;
}
