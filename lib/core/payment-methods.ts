/** How money comes and goes. `online` is a gateway's; the others are recorded by hand. */
export const paymentMethods = ["bank_transfer", "cash", "cheque", "card_terminal", "online"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** What people record by hand. */
export const manualMethods = ["bank_transfer", "cash", "cheque", "card_terminal"] as const;
