"use server";

import { removeLogo } from "@/lib/files/remove-logo";
import { createTaxRate } from "@/lib/organizations/create-tax-rate";
import { setDefaultTaxRate } from "@/lib/organizations/set-default-tax-rate";
import { setMfaPolicy } from "@/lib/organizations/set-mfa-policy";
import { setRefundApproval } from "@/lib/organizations/set-refund-approval";
import { updateOrganization } from "@/lib/organizations/update";
import { updateNumberSeries } from "@/lib/organizations/update-number-series";
import { act } from "@/lib/web/action";
import { refreshed } from "@/lib/web/refreshed";

export async function updateOrganizationAction(input: unknown) {
  return refreshed(act(updateOrganization, input));
}

export async function removeLogoAction(input: unknown) {
  return refreshed(act(removeLogo, input));
}

export async function setMfaPolicyAction(input: unknown) {
  return refreshed(act(setMfaPolicy, input));
}

export async function setRefundApprovalAction(input: unknown) {
  return refreshed(act(setRefundApproval, input));
}

export async function updateNumberSeriesAction(input: unknown) {
  return refreshed(act(updateNumberSeries, input));
}

export async function createTaxRateAction(input: unknown) {
  return refreshed(act(createTaxRate, input));
}

export async function setDefaultTaxRateAction(input: unknown) {
  return refreshed(act(setDefaultTaxRate, input));
}
