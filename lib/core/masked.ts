/** Names of fields of which the audit log keeps nothing but that they changed: letters and digits alone, lower case. */
const HIDDEN =
  /password|passphrase|secret|token|hash|recoverycode|(api|private|signing)key|cvc|street|address(line\d)?$|postalcode|zip$|^city$|^region$/;

/** Names of fields of which it keeps the last four characters, so that one can be told from another. */
const ENDING = /taxnumber|vatid|iban|bic$|bankaccount|accountnumber|sortcode|phone|paymentinstructions/;

/** Names of fields that say who somebody is, or what was written about them: ids are kept in their place. */
const PERSONAL =
  /^(name|contactname|email|notes?|message|reference|answeredby|answernote|recipient|factors)$/;

/** What is nobody's: the organization itself, what it sells at, and its roles. Of everything else nothing personal is kept. */
const IMPERSONAL: ReadonlySet<string> = new Set(["organization", "taxRate", "role"]);

export const MASK = "••••";

/** Shorter texts would be given away by their ending. */
const LONG_ENOUGH = 8;
const KEPT = 4;

/** The one list of what is sensitive: how much of a field may be seen, by its name and the type of what it is of. */
export function sensitivity(name: string, about: string): "hidden" | "ending" | "open" {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (HIDDEN.test(plain)) return "hidden";
  if (IMPERSONAL.has(about)) return ENDING.test(plain) ? "ending" : "open";
  return PERSONAL.test(plain) || ENDING.test(plain) ? "hidden" : "open";
}

/**
 * A record with its sensitive fields masked, however deep, so that an erasure leaves nothing of a person in it; what holds
 * nothing stays empty. Masking twice changes nothing. `about` is the type of its subject.
 */
export function masked<T>(value: T, about: string): T {
  if (Array.isArray(value)) return value.map((inner) => masked(inner, about)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, field(name, inner, about)]),
  ) as T;
}

function field(name: string, value: unknown, about: string): unknown {
  const seen = sensitivity(name, about);
  if (seen === "open") return masked(value, about);
  if (value === null || value === undefined || value === "") return value;
  const letters = [...String(value)];
  if (seen === "hidden" || typeof value === "object" || letters.length < LONG_ENOUGH) return MASK;
  return `${MASK}${letters.slice(-KEPT).join("")}`;
}
