import { eq } from "drizzle-orm";
import { memberships, organizations, users } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/core/permissions";
import { setUp } from "@/lib/organizations/set-up";
import { updateOrganization } from "@/lib/organizations/update";
import { clock } from "@/lib/platform/clock";
import { actAs, type Ctx, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { TIME_ZONE } from "./scene";

export type SignIn = { role: Role; email: string; password: string };

const nobody: Ctx = { actor: { kind: "anonymous", organizationId: null }, requestId: "demo", ip: null };

/** The demo's organization with its admin, made as the set-up page makes one. */
export async function seedOrganization(admin: SignIn) {
  const { organizationId, userId } = await setUp(nobody, {
    organizationName: "Demo Studio",
    country: "DE",
    currency: "EUR",
    timeZone: TIME_ZONE,
    taxName: "VAT",
    taxPercent: "19",
    name: "Demo Admin",
    email: admin.email,
    password: admin.password,
  });
  const ctx = staff(organizationId, userId, "admin");
  await updateOrganization(ctx, {
    version: 1,
    name: "Demo Studio",
    email: "billing@demo.counterfoil.localhost",
    taxNumber: "DE000000000",
    addressLine1: "1 Demo Street",
    addressLine2: "",
    postalCode: "00000",
    city: "Demotown",
    region: "",
    country: "DE",
    currency: "EUR",
    timeZone: TIME_ZONE,
    paymentTermsDays: "14",
    paymentInstructions: "By card on the invoice's page, or by transfer to account DEMO-0000-0000.",
    accentColor: "#4f46e5",
  });
  await transaction(ctx.actor, (tx) =>
    tx
      .update(organizations)
      .set({ isDemo: true, mfaPolicy: "optional" })
      .where(eq(organizations.id, organizationId)),
  );
  return { organizationId, admin: ctx };
}

/** A user of the organization who can sign in at once. */
export async function seedUser(
  organizationId: string,
  name: string,
  signIn: SignIn,
  clientId: string | null = null,
) {
  const id = newId();
  const stored = await hashPassword(signIn.password);
  await transaction({ kind: "anonymous", organizationId }, async (tx) => {
    await tx.insert(users).values({ id, email: signIn.email, name, ...stored });
    await actAs(tx, { kind: "anonymous", organizationId });
    await tx.insert(memberships).values({ organizationId, userId: id, role: signIn.role, clientId });
  });
  return staff(organizationId, id, signIn.role);
}

const staff = (organizationId: string, userId: string, role: Role): Ctx => ({
  actor: {
    kind: "user",
    organizationId,
    userId,
    sessionId: userId,
    role,
    clientId: null,
    get provenAt() {
      return clock.now();
    },
  },
  requestId: "demo",
  ip: null,
});
