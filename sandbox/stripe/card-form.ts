import { brandOf, type CardSummary, luhn } from "./cards";
import type { Buyer } from "./session-store";

export type CardField = "email" | "number" | "expiry" | "cvc" | "name";
export type CardErrors = Partial<Record<CardField, string>>;

export interface CardForm {
  buyer: Buyer;
  card: CardSummary;
  /** Only for deciding how the card behaves; never stored. */
  digits: string;
}

/** Reads what was typed on the checkout page; says per field what is wrong with it. */
export function readCardForm(
  form: URLSearchParams,
  nowSeconds: number,
): { ok: true; value: CardForm } | { ok: false; errors: CardErrors } {
  const errors: CardErrors = {};
  const typed = (name: CardField) => (form.get(name) ?? "").trim();
  const digits = typed("number").replace(/[\s-]/g, "");
  const email = typed("email");
  const name = typed("name");
  const expiry = readExpiry(typed("expiry"));
  const cvcLength = brandOf(digits) === "amex" ? 4 : 3;

  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(email) || email.length > 254)
    errors.email = "Enter an email address such as name@example.com.";
  if (!/^\d{13,19}$/.test(digits)) errors.number = "Enter the 13 to 19 digits of the card number.";
  else if (!luhn(digits)) errors.number = "This card number is not valid. Check it for a typing mistake.";
  if (!expiry) errors.expiry = "Enter the expiry date as MM/YY.";
  else if (expiry.past(nowSeconds)) errors.expiry = "This date is in the past: the card has expired.";
  if (!new RegExp(`^\\d{${cvcLength}}$`).test(typed("cvc")))
    errors.cvc = `Enter the ${cvcLength}-digit security code.`;
  if (name === "" || name.length > 200) errors.name = "Enter the name on the card (up to 200 characters).";

  if (!expiry || Object.keys(errors).length > 0) return { ok: false, errors };
  const card: CardSummary = {
    brand: brandOf(digits),
    last4: digits.slice(-4),
    funding: digits === "4000056655665556" ? "debit" : "credit",
    expMonth: expiry.month,
    expYear: expiry.year,
  };
  return { ok: true, value: { buyer: { email, name }, card, digits } };
}

function readExpiry(typed: string) {
  const match = /^(\d{1,2})\s*[/-]?\s*(\d{2}|20\d{2})$/.exec(typed);
  const month = Number.parseInt(match?.[1] ?? "", 10);
  const short = match?.[2] ?? "";
  const year = Number.parseInt(short.length === 2 ? `20${short}` : short, 10);
  if (!match || month < 1 || month > 12) return undefined;
  // A card is good until the end of its month.
  return { month, year, past: (nowSeconds: number) => Date.UTC(year, month, 1) <= nowSeconds * 1000 };
}
