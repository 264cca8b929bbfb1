import { cache } from "react";
import { findLinkActor } from "@/lib/invoices/hosted";
import type { Ctx } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { orNotFound } from "./page";
import { requestCtx } from "./request";

const holder = cache(findLinkActor);

type LinkCtx = Ctx & { actor: { kind: "link"; invoiceId: string } };

/**
 * The context of the token's holder.
 * @throws DomainError not_found for an unknown or revoked token
 */
export async function linkCtx(token: string): Promise<LinkCtx> {
  const actor = await holder(token);
  if (!actor) throw notFound();
  return { ...(await requestCtx(actor)), actor };
}

/** The same for hosted pages: an unknown or revoked token gets the not-found page. */
export const requireLink = (token: string): Promise<LinkCtx> => orNotFound(linkCtx(token));
