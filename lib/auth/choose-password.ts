import { invalid } from "@/lib/platform/errors";
import { isCommon, isPersonal } from "./guessable";
import { hashPassword, type StoredPassword } from "./password";

/**
 * Hashes a password that a person has chosen; outside of any transaction, for it takes a while. Its length was checked
 * by `NewPassword`.
 * @param words of the person: email address, name, organization
 * @throws DomainError invalid `passwordCommon` or `passwordPersonal` at the field `password`
 */
export async function choosePassword(password: string, words: readonly string[]): Promise<StoredPassword> {
  if (isCommon(password)) throw invalid("password", "passwordCommon");
  if (isPersonal(password, words)) throw invalid("password", "passwordPersonal");
  return hashPassword(password);
}
