import { hashPassword } from "@/lib/auth/password";
import { newId } from "@/lib/platform/ids";
import { look } from "./database";
// Hashing reads the product's settings.
import { accountant } from "./product";

/** An accountant of the demo's organization whom no other story uses. */
export async function newAccountant(name: string) {
  const { organizationId } = (await accountant()).actor;
  const [id, password] = [newId(), "five random words here"];
  const email = `person-${id}@demo.counterfoil.localhost`;
  const { passwordHash, pepperVersion } = await hashPassword(password);
  await look(
    "insert into users (id, email, name, password_hash, pepper_version) values ($1, $2, $3, $4, $5)",
    [id, email, name, passwordHash, pepperVersion],
  );
  await look("insert into memberships (organization_id, user_id, role) values ($1, $2, 'accountant')", [
    organizationId,
    id,
  ]);
  return { email, password };
}
