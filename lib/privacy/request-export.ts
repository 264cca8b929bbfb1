import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, dataExports } from "@/db/schema";
import { userOf } from "@/lib/accounts/own";
import { clock } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/queue";
import { type VerbCtx, verb } from "@/lib/platform/verb";
import { RequestExportInput, RequestOwnExportInput } from "./schemas";

type Subject = { subjectType: "client" | "user"; subjectId: string };

/**
 * Asks for an archive of all that is held on a client. One is made at a time: another press finds the one under way.
 * @throws DomainError not_found
 */
export const requestClientExport = verb(
  "privacy.export",
  RequestExportInput,
  async (tx, ctx, { id, clientId }) => {
    const [client] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.id, clientId));
    if (!client) throw notFound();
    return request(tx, ctx, id, { subjectType: "client", subjectId: clientId });
  },
);

/** Asks for an archive of all that is held on the signed-in person. */
export const requestOwnExport = verb("account.export", RequestOwnExportInput, (tx, ctx, { id }) =>
  request(tx, ctx, id, { subjectType: "user", subjectId: userOf(ctx).userId }),
);

async function request(tx: Tx, ctx: VerbCtx, id: string, subject: Subject): Promise<{ id: string }> {
  const { userId, organizationId } = userOf(ctx);
  const [made] = await tx
    .insert(dataExports)
    .values({ id, ...subject, requestedBy: userId, createdAt: clock.now() })
    .onConflictDoNothing()
    .returning({ id: dataExports.id });
  if (!made) {
    ctx.unchanged();
    return { id: (await underWay(tx, subject)) ?? id };
  }
  await enqueue(tx, "export", { organizationId, id });
  await ctx.audit({ action: "privacy.request_export", ...subject, after: { exportId: id } });
  return { id };
}

async function underWay(tx: Tx, { subjectType, subjectId }: Subject): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(
      and(
        eq(dataExports.subjectType, subjectType),
        eq(dataExports.subjectId, subjectId),
        inArray(dataExports.state, ["queued", "running"]),
      ),
    );
  return row?.id;
}
