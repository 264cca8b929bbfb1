import { sql } from "drizzle-orm";
import { transaction } from "@/lib/platform/context";
import { log } from "@/lib/platform/log";

export const dynamic = "force-dynamic";

/** Whether the process can serve: the database answers and its schema is there. 503 until then. */
export async function GET(): Promise<Response> {
  try {
    await transaction(
      { kind: "anonymous", organizationId: null },
      (tx) => tx.execute(sql`select 1 from organizations limit 1`),
      { readOnly: true },
    );
    return Response.json({ status: "ready" });
  } catch (error) {
    log.warn({ err: error }, "not ready");
    return Response.json({ status: "unavailable" }, { status: 503 });
  }
}
