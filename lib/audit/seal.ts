import { sql } from "drizzle-orm";
import { auditUnsealed } from "@/db/schema";
import { systemCtx, transaction } from "@/lib/platform/context";

/** Entries that are sealed in one transaction. */
const BATCH = 500;

/**
 * Links every committed audit entry of every organization into its chain; returns how many. Any number of processes may
 * do so at once: the database lets one at a time seal an organization.
 */
export async function sealAudit(): Promise<number> {
  const waiting = await transaction(
    { kind: "anonymous", organizationId: null },
    (tx) => tx.selectDistinct({ organizationId: auditUnsealed.organizationId }).from(auditUnsealed),
    { readOnly: true },
  );
  let total = 0;
  for (const { organizationId } of waiting) {
    let sealed: number;
    do {
      sealed = await sealBatch(organizationId);
      total += sealed;
    } while (sealed === BATCH);
  }
  return total;
}

function sealBatch(organizationId: string): Promise<number> {
  return transaction(systemCtx(organizationId, "seal").actor, async (tx) => {
    const [row] = await tx.execute<{ sealed: number }>(sql`select cf.seal_audit(${BATCH}) as sealed`);
    return row?.sealed ?? 0;
  });
}
