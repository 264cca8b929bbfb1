import postgres from "postgres";
import { connect } from "@/db/client";
import { migrate } from "@/db/migrate";
import { renderPdf } from "@/lib/documents/render-pdf";
import { documentViewOf } from "@/lib/documents/view";
import { getInvoice } from "@/lib/invoices/detail";
import { issueInvoice } from "@/lib/invoices/issue";
import { countInvoices, listInvoices } from "@/lib/invoices/queries";
import { saveInvoice } from "@/lib/invoices/save";
import { replaceConnection } from "@/lib/platform/context";
import { log } from "@/lib/platform/log";
import { sealStaged } from "@/lib/platform/seal-staged";
import { startThrowaway } from "@/scripts/lib/postgres/throwaway";
import { sealingKey } from "@/scripts/lib/secrets";
import { clientFixture, invoiceForm, organizationFixture } from "@/tests/fixtures";
import { auditWays } from "./audit";
import { booksWith } from "./books";
import { fillInvoices } from "./fill";
import { minimalTransaction } from "./limit";
import { median, perSecond } from "./measure";

const PASSWORD = "bench-password-0123456789";
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const say = (text: string) => console.log(text);
const row = (name: string, ...cells: string[]) =>
  say(`  ${name.padEnd(44)}${cells.map((cell) => cell.padStart(14)).join("")}`);
const rate = (value: number) => `${value.toFixed(0)}/s`;
const share = (value: number, of: number) => `${((100 * value) / of).toFixed(0)} %`;

const server = await startThrowaway(process.cwd());
try {
  await server.query("postgres", "create database bench");
  const ownerUrl = server.url("bench");
  await migrate({ ownerUrl, appPassword: PASSWORD, sealStaged });
  Object.assign(process.env, {
    DATABASE_URL: ownerUrl,
    DATABASE_APP_PASSWORD: PASSWORD,
    AUTH_SECRET: "a secret that only the benchmark uses",
    SEALING_KEYS: sealingKey(),
    AUDIT_SIGNING_KEY: "the-key-that-only-benches-sign-with-0000000",
    STRIPE_SECRET_KEY: "sk_test_sandboxbench",
    STRIPE_WEBHOOK_SECRET: "whsec_bench",
    RESEND_API_KEY: "re_sandbox_bench",
  });
  log.level = "silent";
  const login = new URL(ownerUrl);
  login.username = "cf_app";
  login.password = PASSWORD;
  const connection = connect(login.toString(), 8);
  replaceConnection(connection);
  const sql = postgres(ownerUrl, { max: 8, onnotice: () => {} });
  await sql`create sequence bench_numbers`;
  await issue();
  await audit();
  await lists();
  await books();
  await pdf();
  await sql.end();
  await connection.close();

  /** Created and finalized invoices beside the bare rows of the same. */
  async function issue() {
    say("Invoices of 10 lines, created and finalized (with journal, audit, events and jobs)");
    row("", "1 at a time", "4 at a time");
    const organization = await organizationFixture();
    const { id: clientId } = await clientFixture(organization);
    const scene = { organizationId: organization.organizationId, clientId };
    const one = async () => {
      const form = invoiceForm(organization, clientId);
      const lines = Array.from({ length: 10 }, () => form.lines[0]);
      await issueInvoice(organization.accountant, { ...form, lines });
    };
    const limit = () => minimalTransaction(sql, scene);
    await perSecond(1, 4, one);
    await perSecond(1, 4, limit);
    const figures = [];
    // Side by side, so that both meet the same noise.
    for (const width of [1, 4])
      figures.push({
        ours: await perSecond(SECONDS, width, one),
        limit: await perSecond(SECONDS, width, limit),
      });
    row("Counterfoil", ...figures.map((figure) => rate(figure.ours)));
    row("the same rows in one bare transaction", ...figures.map((figure) => rate(figure.limit)));
    row("of that limit", ...figures.map((figure) => share(figure.ours, figure.limit)));
  }

  /** What the audit log's chain costs whoever writes, beside the other ways. */
  async function audit() {
    say("\nClients added to one organization, 8 at a time, by how the audit log is chained");
    const { rates, sealed } = await auditWays(sql, 2 * SECONDS, 8);
    const bare = rates.get("not chained at all") ?? 0;
    for (const [way, value] of rates) row(way, rate(value), share(value, bare));
    row("entries sealed", rate(sealed));
  }

  /** The same page of a small and of a large organization. */
  async function lists() {
    say("\nFirst page of the invoice list (50 rows, with its counts)");
    row("", "1,000", "100,000", "ratio");
    const times: Record<string, number[]> = { all: [], outstanding: [], overdue: [] };
    for (const count of [1_000, 100_000]) {
      const organization = await organizationFixture();
      const { id: clientId } = await clientFixture(organization);
      await fillInvoices(sql, { organizationId: organization.organizationId, clientId }, count);
      for (const filter of Object.keys(times))
        times[filter]?.push(
          await median(25, () =>
            Promise.all([
              listInvoices(organization.accountant, { filter }),
              countInvoices(organization.accountant, {}),
            ]),
          ),
        );
    }
    for (const [filter, [small = 0, large = 0]] of Object.entries(times))
      row(filter, `${small.toFixed(1)} ms`, `${large.toFixed(1)} ms`, `${(large / small).toFixed(1)} ×`);
  }

  /** What is added up over all entries grows with them; lists don't. */
  async function books() {
    say("\nBooks of a year, by journal entries of three lines");
    row("", "1,000", "100,000");
    const small = await booksWith(sql, 1_000);
    const large = await booksWith(sql, 100_000);
    for (const [name, time] of Object.entries(small))
      row(name, `${time.toFixed(1)} ms`, `${(large[name] ?? 0).toFixed(1)} ms`);
  }

  async function pdf() {
    say("\nPDF");
    const organization = await organizationFixture();
    const { id: clientId } = await clientFixture(organization);
    const form = invoiceForm(organization, clientId);
    const { id } = await saveInvoice(organization.accountant, {
      ...form,
      lines: Array.from({ length: 10 }, () => form.lines[0]),
    });
    const view = documentViewOf(await getInvoice(organization.accountant, { id }));
    row("one page of 10 lines", `${(await median(15, () => renderPdf(view))).toFixed(0)} ms`);
  }
} finally {
  await server.stop();
}
