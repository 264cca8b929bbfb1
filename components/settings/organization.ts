import type { z } from "zod";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { Choice } from "@/lib/i18n/choices";
import type { getOrganization } from "@/lib/organizations/queries";
import type { UpdateOrganizationInput } from "@/lib/organizations/schemas";

export type Organization = Awaited<ReturnType<typeof getOrganization>>;
export type OrganizationValues = z.input<typeof UpdateOrganizationInput>;
export type OrganizationHandle = ActionForm<OrganizationValues>;
export type OrganizationChoices = { countries: Choice[]; currencies: Choice[]; timeZones: Choice[] };
