import { organizations } from "@/db/schema";
import { systemCtx, transaction } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/queue";

/** Has every organization's retention run, each as a job of its own. */
export async function retainAll(): Promise<void> {
  const all = await transaction(
    { kind: "anonymous", organizationId: null },
    (tx) => tx.select({ id: organizations.id }).from(organizations),
    { readOnly: true },
  );
  for (const { id: organizationId } of all)
    await transaction(systemCtx(organizationId, "retention").actor, (tx) =>
      enqueue(tx, "retention", { organizationId }, { key: `retention:${organizationId}` }),
    );
}
