import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema";
import { dateIn } from "@/lib/core/dates";
import { clock } from "@/lib/platform/clock";

/** Today's ISO date where the organization is, and its time zone. */
export async function organizationDay(tx: Tx): Promise<{ today: string; timeZone: string }> {
  const [row] = await tx.select({ timeZone: organizations.timeZone }).from(organizations);
  const timeZone = row?.timeZone ?? "UTC";
  return { today: dateIn(clock.now(), timeZone), timeZone };
}

export const organizationToday = async (tx: Tx): Promise<string> => (await organizationDay(tx)).today;

/** The later of two ISO dates: nothing is posted before the document that it is about. */
export const laterOf = (a: string, b: string): string => (a > b ? a : b);
