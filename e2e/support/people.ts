import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/core/permissions";
import { newId } from "@/lib/platform/ids";
import { look } from "./database";
// Hashing reads the product's settings.
import { accountant } from "./product";

/** The password of everybody who is made here. */
export const PASSWORD = "five random words here";

/** Somebody new in an organization, whom no other story uses. Returns their address. */
export async function newMember(
  organizationId: string,
  role: Role,
  clientId: string | null = null,
  name = "Somebody",
): Promise<string> {
  const id = newId();
  const email = `person-${id}@demo.counterfoil.localhost`;
  const { passwordHash, pepperVersion } = await hashPassword(PASSWORD);
  await look(
    "insert into users (id, email, name, password_hash, pepper_version) values ($1, $2, $3, $4, $5)",
    [id, email, name, passwordHash, pepperVersion],
  );
  await look("insert into memberships (organization_id, user_id, role, client_id) values ($1, $2, $3, $4)", [
    organizationId,
    id,
    role,
    clientId,
  ]);
  return email;
}

/** An accountant of the demo's organization whom no other story uses. */
export async function newAccountant(name: string) {
  const { organizationId } = (await accountant()).actor;
  return { email: await newMember(organizationId, "accountant", null, name), password: PASSWORD };
}

/** Another organization, which asks for no second factor. Returns its id. */
export async function newOrganization(): Promise<string> {
  const id = newId();
  await look(
    "insert into organizations (id, name, country, currency, mfa_policy) values ($1, 'Elsewhere', 'DE', 'EUR', 'optional')",
    [id],
  );
  return id;
}

/** A custom role that reads invoices. Returns its id. */
export async function newRole(organizationId: string): Promise<string> {
  const id = newId();
  await look(
    "insert into custom_roles (organization_id, id, name, permissions) values ($1, $2, $3, '{invoice.read}')",
    [organizationId, id, `Reader ${id.slice(-6)}`],
  );
  return id;
}
