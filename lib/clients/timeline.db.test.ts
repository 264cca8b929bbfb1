import { describe, expect, it } from "vitest";
import { voidInvoice } from "@/lib/invoices/void";
import { sendStatement } from "@/lib/statements/send";
import { testDatabase } from "@/tests/database";
import { clientFixture, issuedFixture, organizationFixture } from "@/tests/fixtures";
import { clientTimeline } from "./timeline";

testDatabase();

describe("a client's timeline", () => {
  it("tells what happened to its documents and itself, newest first, and nothing of another client", async () => {
    const organization = await organizationFixture();
    const { id } = await clientFixture(organization);
    const other = await clientFixture(organization, "Another Client");
    const first = await issuedFixture(organization, id);
    await issuedFixture(organization, other.id);
    await issuedFixture(organization, id);
    await voidInvoice(organization.accountant, { id: first.id });
    await sendStatement(organization.accountant, { clientId: id, from: "2026-01-01", to: "2026-12-31" });
    const events = await clientTimeline(organization.accountant, { id });
    expect(events.map(({ type, number }) => [type, number])).toEqual([
      ["statement.sent", null],
      ["invoice.voided", "INV-0001"],
      ["invoice.finalized", "INV-0003"],
      ["invoice.created", "INV-0003"],
      ["invoice.finalized", "INV-0001"],
      ["invoice.created", "INV-0001"],
      ["client.created", null],
    ]);
    await expect(clientTimeline(organization.clientUser(id), { id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
