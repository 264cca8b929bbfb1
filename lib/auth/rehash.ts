import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { transaction } from "@/lib/platform/context";
import { hashPassword, type StoredPassword } from "./password";

/**
 * Stores the same password as it is hashed today. It is the same secret in other clothes, and so no matter of the
 * audit log; a password that was changed in the meantime stays.
 */
export async function rehash(user: StoredPassword & { id: string }, password: string): Promise<void> {
  const stronger = await hashPassword(password);
  await transaction({ kind: "anonymous", organizationId: null }, (tx) =>
    tx
      .update(users)
      .set(stronger)
      .where(and(eq(users.id, user.id), eq(users.passwordHash, user.passwordHash))),
  );
}
