import { headers } from "next/headers";
import type { Actor } from "@/lib/platform/actor";
import type { Ctx } from "@/lib/platform/context";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";

/** The caller's address, only where a reverse proxy is trusted to say it. */
export function addressOf(from: Headers): string | null {
  if (!env().TRUST_PROXY) return null;
  return from.get("x-forwarded-for")?.split(",")[0]?.trim() || null;
}

/** The context of the request being served, for an actor that is already known. */
export async function requestCtx(actor: Actor): Promise<Ctx> {
  const from = await headers();
  return { actor, requestId: from.get("x-request-id") ?? newId(), ip: addressOf(from) };
}
