import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { desc, eq } from "drizzle-orm";
import { auditChain, organizations } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { systemCtx, transaction } from "@/lib/platform/context";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { type SignedHead, signHead, signingKey } from "./heads";
import { sealAudit } from "./seal";

/**
 * Signs where every organization's chain ends now, appends it to AUDIT_HEADS_FILE and tells the log, so that the database
 * does not hold the only copy. Signing twice does no harm.
 */
export async function signHeads(): Promise<SignedHead[]> {
  await sealAudit();
  const all = await transaction(
    { kind: "anonymous", organizationId: null },
    (tx) => tx.select({ id: organizations.id }).from(organizations),
    { readOnly: true },
  );
  const { AUDIT_SIGNING_KEY, AUDIT_HEADS_FILE } = env();
  const key = signingKey(AUDIT_SIGNING_KEY);
  const heads: SignedHead[] = [];
  for (const { id } of all) {
    const end = await chainEnd(id);
    if (!end) continue;
    const hash = Buffer.from(end.hash).toString("hex");
    heads.push(signHead(key, { organization: id, seq: end.seq, hash, at: clock.now().toISOString() }));
  }
  await append(AUDIT_HEADS_FILE, heads.map((head) => `${JSON.stringify(head)}\n`).join(""));
  for (const head of heads) log.info({ auditHead: head }, "the audit chain ends here");
  return heads;
}

function chainEnd(organizationId: string) {
  return transaction(
    systemCtx(organizationId, "auditHeads").actor,
    async (tx) => {
      const [end] = await tx
        .select({ seq: auditChain.seq, hash: auditChain.hash })
        .from(auditChain)
        .where(eq(auditChain.organizationId, organizationId))
        .orderBy(desc(auditChain.seq))
        .limit(1);
      return end;
    },
    { readOnly: true },
  );
}

async function append(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "a", 0o600);
  try {
    await file.write(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
