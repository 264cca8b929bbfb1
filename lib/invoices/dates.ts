import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema";
import { dateIn } from "@/lib/core/dates";
import { clock } from "@/lib/platform/clock";

/** Today's ISO date where the organization is. */
export async function organizationToday(tx: Tx): Promise<string> {
  const [row] = await tx.select({ timeZone: organizations.timeZone }).from(organizations);
  return dateIn(clock.now(), row?.timeZone ?? "UTC");
}

/** The later of two ISO dates: nothing is posted before the document that it is about. */
export const laterOf = (a: string, b: string): string => (a > b ? a : b);
