import { z } from "zod";
import { id, isoDate } from "@/lib/core/fields";
import { over } from "@/lib/core/problem";

/** Actors that are no user. */
export const otherActors = ["system", "link", "anonymous"] as const;

/** What of the audit log is looked for; everything that is given has to fit. */
export const AuditFilter = z.object({
  /** A user's id, or a kind of actor that is none. */
  who: z.union([id, z.enum(otherActors)], "invalid").optional(),
  action: z
    .string()
    .regex(/^[a-zA-Z_]+\.[a-zA-Z_]+$/, "invalid")
    .max(100)
    .optional(),
  /** The id of what it is about. */
  subject: id.optional(),
  /** A part of the number, name or address of what it is about. */
  search: z.string().max(100, over("tooLong", 100)).optional(),
  /** Days where the organization is, both included. */
  from: isoDate.optional(),
  to: isoDate.optional(),
});

export const AuditPage = AuditFilter.extend({
  /** The id of the last row of the page before: ids sort by creation. */
  before: id.optional(),
  /** The id of the first row of the page after, to go back. */
  after: id.optional(),
});

export const AuditEntryInput = z.object({ id });

export type AuditFilterForm = z.input<typeof AuditFilter>;
