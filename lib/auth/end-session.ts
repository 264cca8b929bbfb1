import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { actAs } from "@/lib/platform/context";
import { verb } from "@/lib/platform/verb";

/** Signs the caller out: its session counts no more, whatever the cookie says. */
export const endSession = verb("session.end", z.object({}), async (tx, ctx) => {
  if (ctx.actor.kind !== "user") throw new Error("Only a user has a session");
  const { sessionId, userId, organizationId } = ctx.actor;
  await ctx.audit({ action: "session.end", subjectType: "user", subjectId: userId, after: { sessionId } });
  await actAs(tx, { kind: "anonymous", organizationId });
  await tx
    .update(sessions)
    .set({ revokedAt: clock.now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
});
