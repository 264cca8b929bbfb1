import { and, asc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { factors, organizations } from "@/db/schema";
import { query } from "@/lib/platform/verb";
import { ownerOf } from "./enrol";
import { codesLeft } from "./recovery";

/** The caller's own factors, oldest first, how many recovery codes are left, and whether a factor is required. */
export const ownFactors = query("factor.read", z.object({}), async (tx, ctx) => {
  const { userId, role } = ownerOf(ctx);
  const list = await tx
    .select({
      id: factors.id,
      kind: factors.kind,
      name: factors.name,
      createdAt: factors.createdAt,
      lastUsedAt: factors.lastUsedAt,
    })
    .from(factors)
    .where(and(eq(factors.userId, userId), isNotNull(factors.confirmedAt)))
    .orderBy(asc(factors.createdAt));
  const [organization] = await tx.select({ policy: organizations.mfaPolicy }).from(organizations);
  const required = organization?.policy === "required" && role !== "client";
  return { list, codesLeft: await codesLeft(tx, userId), required };
});
