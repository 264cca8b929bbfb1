/** Names of fields of which the audit log keeps nothing but that they changed: letters and digits alone, lower case. */
const HIDDEN =
  /password|passphrase|secret|token|hash|recoverycode|(api|private|signing)key|cvc|street|address(line\d)?$|postalcode|zip$|^city$|^region$/;

/** Names of fields of which it keeps the last four characters, so that one can be told from another. */
const ENDING = /taxnumber|vatid|iban|bic$|bankaccount|accountnumber|sortcode|phone|paymentinstructions/;

export const MASK = "••••";

/** Shorter texts would be given away by their ending. */
const LONG_ENOUGH = 8;
const KEPT = 4;

/** The one list of what is sensitive: how much of a field may be seen, by its name. */
export function sensitivity(name: string): "hidden" | "ending" | "open" {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return HIDDEN.test(plain) ? "hidden" : ENDING.test(plain) ? "ending" : "open";
}

/** A record with its sensitive fields masked, however deep; what holds nothing stays empty. Masking twice changes nothing. */
export function masked<T>(value: T): T {
  if (Array.isArray(value)) return value.map(masked) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, field(name, inner)])) as T;
}

function field(name: string, value: unknown): unknown {
  const seen = sensitivity(name);
  if (seen === "open") return masked(value);
  if (value === null || value === undefined || value === "") return value;
  const letters = [...String(value)];
  if (seen === "hidden" || typeof value === "object" || letters.length < LONG_ENOUGH) return MASK;
  return `${MASK}${letters.slice(-KEPT).join("")}`;
}
