import { and, eq, isNull } from "drizzle-orm";
import { encode } from "uqr";
import { factors, organizations, users } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { invalid, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";
import { enrolled, ownerOf } from "./enrol";
import { ConfirmTotpInput, StartTotpInput } from "./schemas";
import { appAddress, newSecret, secretOf, stepOf } from "./totp";

/**
 * Makes a secret for an authenticator app, to be scanned or typed, which counts once the app has shown a code. The one
 * that is not confirmed yet is shown again, so that a page that is loaded twice does not make the first scan useless.
 */
export const startTotp = verb("factor.write", StartTotpInput, async (tx, ctx) => {
  const { userId, organizationId } = ownerOf(ctx);
  ctx.unchanged();
  const found = await unconfirmed();
  const id = found?.id ?? newId();
  const { secret, secretSealed } = found
    ? { secret: secretOf(found), secretSealed: null }
    : newSecret({ organizationId, id });
  if (secretSealed)
    await tx
      .insert(factors)
      .values({ id, userId, kind: "totp", name: "-", secretSealed, createdAt: clock.now() });
  const [person] = await tx
    .select({ email: users.email, organization: organizations.name })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(eq(users.id, userId));
  const address = appAddress(secret, person?.email ?? "", `Counterfoil ${person?.organization ?? ""}`.trim());
  return { id, secret, address, squares: squaresOf(address) };

  async function unconfirmed() {
    const [row] = await tx
      .select()
      .from(factors)
      .where(and(eq(factors.userId, userId), isNull(factors.confirmedAt)))
      .for("update");
    return row;
  }
});

/** A QR code as rows of dark (1) and light (0) squares, with the light border of four that readers need (ISO/IEC 18004). */
const squaresOf = (text: string): string[] =>
  encode(text, { ecc: "M", border: 4 }).data.map((row) => row.map(Number).join(""));

/**
 * Confirms an authenticator app by a code that it shows, which is used up by it.
 * @throws DomainError invalid `wrongCode` beside the code; not_found for an app that is confirmed already or gone
 */
export const confirmTotp = verb("factor.write", ConfirmTotpInput, async (tx, ctx, { id, name, code }) => {
  const { userId } = ownerOf(ctx);
  const own = and(eq(factors.id, id), eq(factors.userId, userId), isNull(factors.confirmedAt));
  const [factor] = await tx.select().from(factors).where(own).for("update");
  if (!factor) throw notFound();
  const step = stepOf(factor, code);
  if (step === null) throw invalid("code", "wrongCode");
  await tx.update(factors).set({ name, confirmedAt: clock.now(), lastStep: step }).where(own);
  return enrolled(tx, ctx, { id, kind: "totp", name });
});
