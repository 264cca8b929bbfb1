"use server";

import { applyClientCredit } from "@/lib/payments/apply-credit";
import { approveRefund } from "@/lib/payments/approve-refund";
import { recordPayment } from "@/lib/payments/record-payment";
import { refundPayment } from "@/lib/payments/refund";
import { refuseRefund } from "@/lib/payments/refuse-refund";
import { reversePayment } from "@/lib/payments/reverse";
import { unapplyAllocation } from "@/lib/payments/unapply";
import { withdrawRefund } from "@/lib/payments/withdraw-refund";
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

export async function approveRefundAction(input: unknown) {
  return refreshed(act(approveRefund, input));
}

export async function refuseRefundAction(input: unknown) {
  return refreshed(act(refuseRefund, input));
}

export async function withdrawRefundAction(input: unknown) {
  return refreshed(act(withdrawRefund, input));
}
