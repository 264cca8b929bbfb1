import { openPayload } from "@/lib/payments/event-payload";
import { look } from "./database";
import "./product";

type Row = { id: string; organization_id: string; payload_sealed: string; state: string; duplicates: number };

/** What became of the stored gateway events of a type that name something, an invoice's id say. */
export async function eventsAbout(
  type: string,
  named: string,
): Promise<{ state: string; duplicates: number }[]> {
  const rows = await look<Row>("select * from webhook_inbox where event_type = $1 order by id", [type]);
  return rows
    .filter(({ id, organization_id: organizationId, payload_sealed: payloadSealed }) =>
      JSON.stringify(openPayload({ id, organizationId, payloadSealed })).includes(named),
    )
    .map(({ state, duplicates }) => ({ state, duplicates }));
}
