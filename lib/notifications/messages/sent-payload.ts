import { z } from "zod";

/** What an event says that hands a document over to its client by email. */
export const SentPayload = z.object({
  recipient: z.email(),
  linkId: z.uuid(),
  message: z.string().nullable(),
});
