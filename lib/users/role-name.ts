import { and, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { customRoles } from "@/db/schema";
import { invalid } from "@/lib/platform/errors";

/**
 * Says beside the field what the unique index would refuse: names differ by more than capitals.
 * @throws DomainError invalid `roleNameTaken`
 */
export async function refuseTakenName(tx: Tx, id: string, name: string): Promise<void> {
  const [other] = await tx
    .select({ id: customRoles.id })
    .from(customRoles)
    .where(and(ne(customRoles.id, id), sql`lower(${customRoles.name}) = lower(${name})`));
  if (other) throw invalid("name", "roleNameTaken");
}
