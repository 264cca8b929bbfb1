import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { clients, dataExports, users } from "@/db/schema";
import { userOf } from "@/lib/accounts/own";
import { query } from "@/lib/platform/verb";
import { ClientIdInput } from "./schemas";

const SHOWN = 5;

const shown = {
  id: dataExports.id,
  state: dataExports.state,
  done: dataExports.done,
  total: dataExports.total,
  bytes: dataExports.bytes,
  createdAt: dataExports.createdAt,
  expiresAt: dataExports.expiresAt,
};

/** A client's last archives, newest first. */
export const listClientExports = query("privacy.read", ClientIdInput, (tx, _ctx, { clientId }) =>
  tx
    .select(shown)
    .from(dataExports)
    .where(and(eq(dataExports.subjectType, "client"), eq(dataExports.subjectId, clientId)))
    .orderBy(desc(dataExports.id))
    .limit(SHOWN),
);

/** The signed-in person's own last archives, newest first. */
export const listOwnExports = query("account.read", z.object({}), (tx, ctx) =>
  tx
    .select(shown)
    .from(dataExports)
    .where(and(eq(dataExports.subjectType, "user"), eq(dataExports.subjectId, userOf(ctx).userId)))
    .orderBy(desc(dataExports.id))
    .limit(SHOWN),
);

/** Clients' archives that are being made, or can be fetched: with whose they are and who asked. */
export const listOpenExports = query("privacy.read", z.object({}), (tx) =>
  tx
    .select({ ...shown, clientId: clients.id, clientName: clients.name, requestedBy: users.name })
    .from(dataExports)
    .innerJoin(clients, eq(clients.id, dataExports.subjectId))
    .leftJoin(users, eq(users.id, dataExports.requestedBy))
    .where(
      and(
        eq(dataExports.subjectType, "client"),
        inArray(dataExports.state, ["queued", "running", "ready", "failed"]),
      ),
    )
    .orderBy(desc(dataExports.id))
    .limit(50),
);

export type ExportRow = Awaited<ReturnType<typeof listClientExports>>[number];
