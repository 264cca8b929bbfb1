import { z } from "zod";
import { sessions } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { actAs } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";

const SESSION_DAYS = 7;

/** Starts a session for a person whose right to it was just proven. */
export const startSession = verb(
  "session.start",
  z.object({ organizationId: z.uuid(), userId: z.uuid(), userAgent: z.string().nullable() }),
  async (tx, ctx, { organizationId, userId, userAgent }) => {
    const id = newId();
    const expiresAt = new Date(clock.now().getTime() + SESSION_DAYS * 86_400_000);
    await actAs(tx, { kind: "anonymous", organizationId });
    await tx.insert(sessions).values({
      id,
      organizationId,
      userId,
      userAgent: userAgent?.slice(0, 300) ?? null,
      ip: ctx.ip,
      expiresAt,
    });
    await ctx.audit({
      action: "session.start",
      subjectType: "user",
      subjectId: userId,
      after: { sessionId: id },
    });
    return { sessionId: id, userId };
  },
);
