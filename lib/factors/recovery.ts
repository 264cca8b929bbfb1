import { randomInt } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { recoveryCodes } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { hashToken } from "@/lib/platform/crypto";
import { newId } from "@/lib/platform/ids";

const COUNT = 10;
/** Without letters that people mistake for one another. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 6;
const GROUP = 4;

/** Six groups of four: about 118 bits, so that a plain hash is enough (OWASP ASVS 5.0, V6.5.2: from 112 bits on). */
export const newCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
  ).join("-");

/** However it was typed: capitals, spaces and hyphens don't matter. */
const hashOf = (code: string): string => hashToken(code.toLowerCase().replace(/[^a-z0-9]/g, ""));

/** Puts ten new codes in the place of a person's old ones. They can be read here and never again. */
export async function replaceCodes(tx: Tx, userId: string): Promise<string[]> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const codes = Array.from({ length: COUNT }, newCode);
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ id: newId(), userId, codeHash: hashOf(code), createdAt: clock.now() })));
  return codes;
}

/** Uses a code up; false when it is none of the person's that are left. */
export async function spendCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: clock.now() })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashOf(code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return used.length === 1;
}

/** How many of a person's codes are left. */
export async function codesLeft(tx: Tx, userId: string): Promise<number> {
  const [row] = await tx
    .select({ left: sql<number>`count(*)::integer` })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}
