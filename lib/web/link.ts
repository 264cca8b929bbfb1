import { notFound } from "next/navigation";
import { cache } from "react";
import { findLinkActor } from "@/lib/invoices/hosted";
import type { Ctx } from "@/lib/platform/context";
import { requestCtx } from "./request";

const holder = cache(findLinkActor);

/** For hosted pages: the context of the token's holder. An unknown or revoked token gets the not-found page. */
export async function requireLink(
  token: string,
): Promise<Ctx & { actor: { kind: "link"; invoiceId: string } }> {
  const actor = await holder(token);
  if (!actor) notFound();
  return { ...(await requestCtx(actor)), actor };
}
