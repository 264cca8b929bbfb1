import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { organizationFixture } from "@/tests/fixtures";
import { transaction } from "./context";
import { createLog } from "./log";

testDatabase();

it("a failed statement is logged without the values that it was given", async () => {
  const lines: string[] = [];
  const log = createLog({ write: (line: string) => void lines.push(line) });
  const { admin } = await organizationFixture();
  const planted = "typed: 4242 4242\n    at 4242 4242";
  for (const statement of [
    sql`select ${planted}::integer`,
    sql`update organizations set currency = null, name = ${planted}`,
    sql`select nothing from organizations where name = ${planted} and email = ${planted}`,
  ]) {
    const error = await transaction(admin.actor, (tx) => tx.execute(statement)).catch((one) => one);
    log.error({ err: error }, "failed");
  }
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line).toContain("Failed query");
    expect(line).toContain("log.db.test.ts");
    expect(line).not.toContain("4242");
  }
});
