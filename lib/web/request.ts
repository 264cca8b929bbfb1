import { headers } from "next/headers";
import type { Actor } from "@/lib/platform/actor";
import { addressOf } from "@/lib/platform/address";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";

/** The context of the request being served, for an actor that is already known. */
export async function requestCtx(actor: Actor): Promise<Ctx> {
  const from = await headers();
  return { actor, requestId: from.get("x-request-id") ?? newId(), ip: addressOf(from) };
}
