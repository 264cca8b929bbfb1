import { sql } from "drizzle-orm";
import { memberships, organizations, taxRates, users } from "@/db/schema";
import { choosePassword } from "@/lib/auth/choose-password";
import { percentToPpm } from "@/lib/core/percent";
import { sealOrganization } from "@/lib/parties/organization";
import { actAs } from "@/lib/platform/context";
import { conflict } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";
import { SetUpInput } from "./schemas";

/** Only one set-up at a time may find the database empty. */
const LOCK = 4_715_202;

/**
 * Creates the first organization with its first admin.
 * @throws DomainError conflict `alreadySetUp` once there is an organization
 */
export const setUp = verb("organization.create", SetUpInput, async (tx, ctx, input) => {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const [existing] = await tx.select({ id: organizations.id }).from(organizations).limit(1);
  if (existing) throw conflict("alreadySetUp");
  const organizationId = newId();
  const userId = newId();
  const { organizationName, country, currency, timeZone, taxNumber, email, name, password } = input;
  await tx.insert(organizations).values({
    id: organizationId,
    ...sealOrganization(organizationId, {
      name: organizationName,
      email,
      country,
      currency,
      timeZone,
      taxNumber,
    }),
  });
  const stored = await choosePassword(password, [email, name, organizationName]);
  await tx.insert(users).values({ id: userId, email, name, ...stored });
  await actAs(tx, { kind: "anonymous", organizationId });
  await tx.insert(memberships).values({ organizationId, userId, role: "admin" });
  await actAs(tx, {
    kind: "user",
    organizationId,
    userId,
    sessionId: userId,
    role: "admin",
    clientId: null,
    provenAt: null,
  });
  if (input.taxName && input.taxPercent)
    await tx.insert(taxRates).values({
      id: newId(),
      name: input.taxName,
      category: "S",
      ratePpm: percentToPpm(input.taxPercent),
      isDefault: true,
    });
  await ctx.audit({
    action: "organization.create",
    subjectType: "organization",
    subjectId: organizationId,
    after: { name: organizationName, country, currency, timeZone, taxNumber },
  });
  await ctx.emit({ type: "organization.created", subjectId: organizationId });
  return { organizationId, userId };
});
