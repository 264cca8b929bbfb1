import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { domainEvents } from "@/db/schema";
import { removeFactor } from "@/lib/factors/change";
import { transaction } from "@/lib/platform/context";
import { testDatabase } from "@/tests/database";
import { withApp } from "@/tests/factors";
import { organizationFixture } from "@/tests/fixtures";
import { dispatchEvent } from "./dispatch";
import { messageOf } from "./messages";

const db = testDatabase();

it("tells a person by email which of their second factors have come and gone", async () => {
  const organization = await organizationFixture({ mfaPolicy: "optional" });
  const { accountant, system, organizationId, people } = organization;
  const { id } = await withApp(accountant, "Old phone");
  await removeFactor(accountant, { id });
  const events = await db.admin`select id from domain_events where type = 'user.factor_changed' order by id`;
  for (const event of events) await dispatchEvent(system, { eventId: event.id });
  const sent =
    await db.admin`select recipient, event_id from deliveries where organization_id = ${organizationId} order by id`;
  const address = `accountant-${people.accountant}@example.com`;
  expect(sent.map(({ recipient }) => recipient)).toEqual([address, address]);

  const bodies = await transaction(system.actor, async (tx) => {
    const composed: string[] = [];
    for (const { event_id } of sent) {
      const [event] = await tx.select().from(domainEvents).where(eq(domainEvents.id, event_id));
      if (!event) throw new Error("The event is not there");
      const email = await messageOf("factor-changed")?.compose(tx, event, address);
      composed.push(`${email?.subject} ${email?.props.paragraphs.join(" ")} ${email?.props.button?.href}`);
    }
    return composed;
  });
  expect(bodies[0]).toContain("A second factor was added “Old phone”");
  expect(bodies[1]).toContain("A second factor was removed “Old phone”");
  expect(bodies[1]).toContain("/account/security");
});
