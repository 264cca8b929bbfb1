/** What a card may show of itself; the number is never kept. */
export interface CardSummary {
  brand: string;
  last4: string;
  funding: "credit" | "debit";
  expMonth: number;
  expYear: number;
}

export interface Decline {
  code: string;
  declineCode: string;
  message: string;
}

export type Behaviour = { kind: "pays" } | { kind: "challenge" } | { kind: "declines"; decline: Decline };

const declined = (declineCode: string, message: string, code = "card_declined"): Behaviour => ({
  kind: "declines",
  decline: { code, declineCode, message },
});

const TEST_CARDS: Record<string, { title: string; behaviour: Behaviour }> = {
  "4242424242424242": { title: "Pays", behaviour: { kind: "pays" } },
  "5555555555554444": { title: "Pays (Mastercard)", behaviour: { kind: "pays" } },
  "378282246310005": { title: "Pays (American Express)", behaviour: { kind: "pays" } },
  "4000056655665556": { title: "Pays (debit)", behaviour: { kind: "pays" } },
  "4000002500003155": { title: "Asks for authentication", behaviour: { kind: "challenge" } },
  "4000002760003184": { title: "Always asks for authentication", behaviour: { kind: "challenge" } },
  "4000000000000002": {
    title: "Is declined",
    behaviour: declined("generic_decline", "Your card was declined. Try another card or ask your bank."),
  },
  "4000000000009995": {
    title: "Has insufficient funds",
    behaviour: declined("insufficient_funds", "Your card has insufficient funds."),
  },
  "4000000000000069": {
    title: "Is declined as expired",
    behaviour: declined("expired_card", "Your card has expired.", "expired_card"),
  },
  "4000000000000127": {
    title: "Has an incorrect CVC",
    behaviour: declined("incorrect_cvc", "Your card’s security code is incorrect.", "incorrect_cvc"),
  },
  "4000000000000119": {
    title: "Meets a processing error",
    behaviour: declined(
      "processing_error",
      "An error occurred while processing your card. Try again in a moment.",
      "processing_error",
    ),
  },
};

/** The cards to show beside the form. */
export const listTestCards = () =>
  Object.entries(TEST_CARDS).map(([number, { title }]) => ({ number: spaced(number), title }));

/** How a card with a plausible number behaves. */
export function behaviourOf(digits: string): Behaviour {
  return (
    TEST_CARDS[digits]?.behaviour ??
    declined("test_mode_live_card", "This is a sandbox: only test cards can pay here. No card was charged.")
  );
}

export const AUTHENTICATION_FAILED: Decline = {
  code: "payment_intent_authentication_failure",
  declineCode: "authentication_required",
  message: "Your bank could not authenticate this payment. Choose another card or try again.",
};

/** The check digit that every card number carries (ISO/IEC 7812). */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = digit.charCodeAt(0) - 48;
    const weighted = index % 2 === 1 ? value * 2 : value;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

export function brandOf(digits: string): string {
  if (/^3[47]/.test(digits)) return "amex";
  if (/^5[1-5]|^2[2-7]/.test(digits)) return "mastercard";
  if (/^6(?:011|5)/.test(digits)) return "discover";
  return digits.startsWith("4") ? "visa" : "unknown";
}

const spaced = (number: string) => number.replace(/(\d{4})(?=\d)/g, "$1 ");
