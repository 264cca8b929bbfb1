import { generateSync } from "otplib";
import { hashPassword } from "@/lib/auth/password";
import { newId } from "@/lib/platform/ids";
import { look } from "./database";
// Hashing reads the product's settings.
import "./product";

/** An admin of an organization of their own, which requires a second factor or does not. */
export async function newAdmin(policy: "required" | "optional") {
  const [organization, user] = [newId(), newId()];
  const email = `admin-${user}@demo.counterfoil.localhost`;
  const password = "five random words here";
  await look(
    "insert into organizations (id, name, country, currency, mfa_policy) values ($1, 'Example Ltd', 'DE', 'EUR', $2)",
    [organization, policy],
  );
  const { passwordHash, pepperVersion } = await hashPassword(password);
  await look(
    "insert into users (id, email, name, password_hash, pepper_version) values ($1, $2, 'Second Step', $3, $4)",
    [user, email, passwordHash, pepperVersion],
  );
  await look("insert into memberships (organization_id, user_id, role) values ($1, $2, 'admin')", [
    organization,
    user,
  ]);
  return { email, password, organization, user };
}

/** The code that an authenticator app shows, now or so many half minutes later. */
export const codeOf = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });
