"use server";

import { applyClientCredit } from "@/lib/payments/apply-credit";
import { recordPayment } from "@/lib/payments/record-payment";
import { refundPayment } from "@/lib/payments/refund";
import { reversePayment } from "@/lib/payments/reverse";
import { unapplyAllocation } from "@/lib/payments/unapply";
import { act } from "@/lib/web/action";
import { refreshed } from "@/lib/web/refreshed";

export async function recordPaymentAction(input: unknown) {
  return refreshed(act(recordPayment, input));
}

export async function applyCreditAction(input: unknown) {
  return refreshed(act(applyClientCredit, input));
}

export async function unapplyAction(input: unknown) {
  return refreshed(act(unapplyAllocation, input));
}

export async function reversePaymentAction(input: unknown) {
  return refreshed(act(reversePayment, input));
}

export async function refundPaymentAction(input: unknown) {
  return refreshed(act(refundPayment, input));
}
