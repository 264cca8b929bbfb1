import type { Line } from "./scene";

/** Work by the day. */
export const day = (quantity: string, unitPrice: string, description: string): Line => ({
  description,
  quantity,
  unit: "day",
  unitPrice,
});

/** Work by the hour. */
export const hour = (quantity: string, unitPrice: string, description: string): Line => ({
  description,
  quantity,
  unit: "h",
  unitPrice,
});

/** Things by the piece. */
export const piece = (quantity: string, unitPrice: string, description: string): Line => ({
  description,
  quantity,
  unit: "pcs",
  unitPrice,
});
