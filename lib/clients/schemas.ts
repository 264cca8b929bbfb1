import { z } from "zod";
import {
  blankOr,
  country,
  currency,
  days,
  id,
  optionalEmail,
  optionalPhone,
  optionalText,
  text,
} from "@/lib/core/fields";
import { over } from "@/lib/core/problem";

/** What a client's form holds: strings, empty where nothing was typed. */
export const ClientFields = z.object({
  name: text(200),
  contactName: optionalText(200),
  email: optionalEmail,
  phone: optionalPhone,
  taxNumber: optionalText(40),
  addressLine1: optionalText(200),
  addressLine2: optionalText(200),
  postalCode: optionalText(20),
  city: optionalText(100),
  region: optionalText(100),
  country: blankOr(country),
  currency,
  paymentTermsDays: blankOr(days(365)),
  notes: optionalText(2000),
});

/** `id` is made by the form, so that sending it twice creates one client. */
export const CreateClientInput = ClientFields.extend({ id });

/** `version` is the one the form was loaded with; an older one is refused. */
export const UpdateClientInput = ClientFields.extend({ id, version: z.int("invalid").min(1, "invalid") });

export const ListClientsInput = z.object({
  search: z.string().max(100, over("tooLong", 100)).optional(),
  /** The last row of the page before: its sort key, then its id. */
  after: z.object({ name: z.string(), id }).optional(),
  /** The first row of the page after, to go back. */
  before: z.object({ name: z.string(), id }).optional(),
});

export type CreateClientForm = z.input<typeof CreateClientInput>;
export type UpdateClientForm = z.input<typeof UpdateClientInput>;
export type ClientForm = z.input<typeof ClientFields>;
