import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toMajor } from "@/lib/core/money";
import { clock } from "@/lib/platform/clock";
import { DomainError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import {
  clientFixture,
  issuedFixture,
  type OrganizationFixture,
  organizationFixture,
} from "@/tests/fixtures";
import { owed, part, paymentForm } from "@/tests/payments";
import { applyClientCredit } from "./apply-credit";
import { recordPayment } from "./record-payment";
import { refundPayment } from "./refund";
import { reversePayment } from "./reverse";
import { unapplyAllocation } from "./unapply";

const db = testDatabase();
let organization: OrganizationFixture;

beforeAll(async () => {
  clock.set("2026-03-20T12:00:00Z");
  organization = await organizationFixture();
});
afterAll(() => clock.reset());

const Step = fc.record({
  what: fc.constantFrom("record", "record", "apply", "apply", "unapply", "refund", "reverse"),
  pick: fc.nat(),
  minor: fc.bigInt(1n, 40_000n),
  rate: fc.constantFrom("0.9137", "0.95", "1.0333333333"),
});
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never;
type Scene = { clientId: string; invoices: string[] };

const oneOf = <T>(all: readonly T[], pick: number): T | undefined => all[pick % all.length];
const money = (minor: bigint) => toMajor(minor, "USD");
const USD = { currency: "USD" };

/** Does one thing that an accountant might, possible or not. */
async function take({ clientId, invoices }: Scene, { what, pick, minor, rate }: Step): Promise<unknown> {
  const { accountant } = organization;
  const payments = await db.admin`select id from payments where client_id = ${clientId} order by id`;
  const invoiceId = oneOf(invoices, pick) ?? "";
  const id = oneOf(payments, pick)?.id ?? newId();
  if (what === "record") {
    const balance = (await owed(db, invoiceId)) ?? "0";
    const settles = pick % 4 === 0 ? [] : [part(invoiceId, money(minor - (minor % 3n) || 1n), balance)];
    const form = paymentForm(clientId, { ...USD, exchangeRate: rate, amount: money(minor), settles });
    return recordPayment(accountant, form);
  }
  if (what === "apply")
    return applyClientCredit(accountant, { invoiceId, owed: (await owed(db, invoiceId)) ?? "0" });
  if (what === "reverse") return reversePayment(accountant, { id, reversedOn: "2026-03-20", reason: "Test" });
  if (what === "unapply") {
    const rows =
      await db.admin`select id from allocations where invoice_id in ${db.admin(invoices)} order by id`;
    return unapplyAllocation(accountant, { id: oneOf(rows, pick)?.id ?? newId() });
  }
  const [used] = await db.admin`
    select p.amount_minor - coalesce((select sum(amount_minor) from refunds where payment_id = p.id), 0) as refundable
    from payments p where id = ${id} and reversed_on is null`;
  const way = { method: "cash", refundedOn: "2026-03-20" };
  return refundPayment(accountant, {
    id: newId(),
    paymentId: id,
    amount: money(minor),
    refundable: used?.refundable ?? "0",
    ...way,
  });
}

/** What must hold whatever was done; each a count of what breaks it. */
async function broken({ clientId, invoices }: Scene) {
  const ours = db.admin(invoices);
  const [row] = await db.admin`
    select
      (select count(*)::int from invoices i join invoice_balances b on b.invoice_id = i.id where i.id in ${ours}
        and b.balance_minor <> i.total_minor - (select coalesce(sum(amount_minor), 0) from allocations
          where invoice_id = i.id and unapplied_on is null)) as owed,
      (select count(*)::int from payments p left join credit_balances c on c.source_id = p.id where p.client_id = ${clientId}
        and coalesce(c.balance_minor, 0) + (select coalesce(sum(amount_minor), 0) from allocations where payment_id = p.id and unapplied_on is null)
          + (select coalesce(sum(amount_minor), 0) from refunds where payment_id = p.id)
          <> case when p.reversed_on is null then p.amount_minor else 0 end) as used,
      (select count(*)::int from invoice_balances where invoice_id in ${ours} and balance_minor = 0 and base_minor <> 0) as invoice_base,
      (select count(*)::int from credit_balances where client_id = ${clientId} and balance_minor = 0 and base_minor <> 0) as credit_base,
      (select count(*)::int from (select sum(amount_minor) as a, sum(base_minor) as b from journal_lines where client_id = ${clientId}) s
        where a <> 0 or b <> 0) as journal,
      (select count(*)::int from (select
          (select coalesce(sum(balance_minor), 0) from invoice_balances where client_id = ${clientId})
          - (select coalesce(sum(balance_minor), 0) from credit_balances where client_id = ${clientId})
          - (select sum(total_minor) from invoices where client_id = ${clientId})
          + (select coalesce(sum(amount_minor), 0) from journal_lines where client_id = ${clientId} and account_code like 'cash.%') as off) s
        where off <> 0) as sums`;
  return row;
}

it("after any sequence of payments, applying, taking back, refunds and reversals the books add up", async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 8, maxLength: 25 }), async (steps) => {
      const clientId = (await clientFixture(organization)).id;
      const issued = [
        await issuedFixture(organization, clientId, { ...USD, exchangeRate: "0.9137" }),
        await issuedFixture(organization, clientId, { ...USD, exchangeRate: "0.8999" }),
      ];
      const scene = { clientId, invoices: issued.map(({ id }) => id) };
      for (const step of steps)
        await take(scene, step).then(
          () => done++,
          (error: unknown) => expect(error).toBeInstanceOf(DomainError),
        );
      expect(await broken(scene)).toEqual({
        owed: 0,
        used: 0,
        invoice_base: 0,
        credit_base: 0,
        journal: 0,
        sums: 0,
      });
    }),
    { numRuns: 40 },
  );
  // Were hardly anything possible, nothing would be tested.
  expect(done).toBeGreaterThan(100);
}, 120_000);
