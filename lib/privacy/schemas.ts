import { z } from "zod";
import { blankOr, days, id, optionalText, text } from "@/lib/core/fields";

/** `id` is made by the page, so that pressing twice asks once. */
export const RequestExportInput = z.object({ id, clientId: id });
/** An id alone: whatever else is sent asks for something that this is not. */
export const RequestOwnExportInput = z.strictObject({ id }, "invalid");

export const ExportIdInput = z.object({ id });
export const PartInput = z.object({ id, position: z.int().min(0) });
export const ClientIdInput = z.object({ clientId: id });

/** `confirmation` is the name that is typed, letter by letter. */
export const EraseClientInput = z.object({ clientId: id, confirmation: text(200) });
export const EraseUserInput = z.object({ userId: id, confirmation: text(200) });
/** The own email address, typed. */
export const EraseSelfInput = z.object({ confirmation: text(254) });

export const RunRetentionInput = z.object({ id });

const MOST_YEARS = 100;

/** `years` as typed, empty for as long as the country's law says; `acknowledgement` is the organization's name, for less than that. */
export const SetRetentionInput = z.object({
  years: blankOr(days(MOST_YEARS).refine((years) => years > 0, "notPositiveYears")),
  acknowledgement: optionalText(200),
});
export type SetRetentionForm = z.input<typeof SetRetentionInput>;
