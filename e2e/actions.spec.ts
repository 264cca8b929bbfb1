import type { APIRequestContext } from "@playwright/test";
import { hashPassword } from "@/lib/auth/password";
import { signIn, signInByForm } from "./pages/sign-in";
import { type Action, answerOf, postAction, serverActions } from "./support/actions";
import { fingerprint, look, untilIdle } from "./support/database";
import { expect, test } from "./support/test";
// Hashing reads the product's settings.
import "./support/product";

const READ = ["ok", "invalid", "not_found"];
const WRITE = ["invalid"];
const ON_ONE = ["invalid", "not_found"];
const NOBODY = ["unauthenticated"];
const NO = ["forbidden"];

/** What arguments that mean nothing get, from nobody, a client, and an accountant. Every action must be listed. */
const EXPECTED: Record<string, [nobody: string[], client: string[], accountant: string[]]> = {
  signInAction: [WRITE, WRITE, WRITE],
  passkeyQuestionAction: [WRITE, WRITE, WRITE],
  passkeySignInAction: [WRITE, WRITE, WRITE],
  completeSignInAction: [NOBODY, NOBODY, NOBODY],
  startAppAction: [NOBODY, WRITE, WRITE],
  confirmAppAction: [NOBODY, WRITE, WRITE],
  newPasskeyQuestionAction: [NOBODY, WRITE, WRITE],
  addPasskeyAction: [NOBODY, WRITE, WRITE],
  waysToProveAction: [NOBODY, WRITE, WRITE],
  proveAction: [NOBODY, WRITE, WRITE],
  renameFactorAction: [NOBODY, WRITE, WRITE],
  removeFactorAction: [NOBODY, ON_ONE, ON_ONE],
  renewCodesAction: [NOBODY, ["invalid", "conflict"], ["invalid", "conflict"]],
  resetFactorsAction: [NOBODY, NO, NO],
  setMfaPolicyAction: [NOBODY, NO, NO],
  setRefundApprovalAction: [NOBODY, NO, NO],
  removeLogoAction: [NOBODY, NO, NO],
  mayExportAction: [NOBODY, NO, READ],
  setUpAction: [WRITE, WRITE, WRITE],
  acceptInvitationAction: [WRITE, WRITE, WRITE],
  requestResetAction: [WRITE, WRITE, WRITE],
  resetPasswordAction: [WRITE, WRITE, WRITE],
  confirmEmailAction: [WRITE, WRITE, WRITE],
  cancelEmailAction: [WRITE, WRITE, WRITE],
  renameAction: [NOBODY, WRITE, WRITE],
  changePasswordAction: [NOBODY, WRITE, WRITE],
  changeEmailAction: [NOBODY, WRITE, WRITE],
  withdrawEmailAction: [NOBODY, ON_ONE, ON_ONE],
  revokeSessionAction: [NOBODY, ON_ONE, ON_ONE],
  revokeOtherSessionsAction: [NOBODY, ON_ONE, ON_ONE],
  payAction: [["not_found"], ["not_found"], ["not_found"]],
  saveInvoiceAction: [NOBODY, NO, WRITE],
  issueInvoiceAction: [NOBODY, NO, WRITE],
  detachFileAction: [NOBODY, NO, ON_ONE],
  deleteDraftAction: [NOBODY, NO, ON_ONE],
  duplicateInvoiceAction: [NOBODY, NO, ON_ONE],
  createCreditNoteAction: [NOBODY, NO, ON_ONE],
  voidInvoiceAction: [NOBODY, NO, ON_ONE],
  writeOffInvoiceAction: [NOBODY, NO, ON_ONE],
  scheduleInvoiceAction: [NOBODY, NO, ON_ONE],
  unscheduleInvoiceAction: [NOBODY, NO, ON_ONE],
  setPaymentPlanAction: [NOBODY, NO, ON_ONE],
  recordAnswerAction: [NOBODY, NO, ON_ONE],
  invoiceQuoteAction: [NOBODY, NO, ON_ONE],
  createDepositAction: [NOBODY, NO, ON_ONE],
  answerQuoteAction: [["not_found"], ["not_found"], ["not_found"]],
  sendStatementAction: [NOBODY, NO, ON_ONE],
  sendInvoiceAction: [NOBODY, NO, ON_ONE],
  remindInvoiceAction: [NOBODY, NO, ON_ONE],
  createLinkAction: [NOBODY, NO, ON_ONE],
  revokeLinkAction: [NOBODY, NO, ON_ONE],
  recordPaymentAction: [NOBODY, NO, WRITE],
  applyCreditAction: [NOBODY, NO, WRITE],
  unapplyAction: [NOBODY, NO, ON_ONE],
  reversePaymentAction: [NOBODY, NO, WRITE],
  refundPaymentAction: [NOBODY, NO, WRITE],
  approveRefundAction: [NOBODY, NO, NO],
  refuseRefundAction: [NOBODY, NO, NO],
  withdrawRefundAction: [NOBODY, NO, ON_ONE],
  searchClientsAction: [NOBODY, NO, READ],
  findClientAction: [NOBODY, NO, READ],
  createClientAction: [NOBODY, NO, WRITE],
  fetchRateAction: [NOBODY, NO, WRITE],
  updateClientAction: [NOBODY, NO, WRITE],
  updateOrganizationAction: [NOBODY, NO, NO],
  createTaxRateAction: [NOBODY, NO, NO],
  setDefaultTaxRateAction: [NOBODY, NO, NO],
  updateNumberSeriesAction: [NOBODY, NO, NO],
  closeBooksAction: [NOBODY, NO, NO],
  inviteUserAction: [NOBODY, NO, NO],
  revokeInvitationAction: [NOBODY, NO, NO],
  changeRoleAction: [NOBODY, NO, NO],
  setStatusAction: [NOBODY, NO, NO],
  createRoleAction: [NOBODY, NO, NO],
  updateRoleAction: [NOBODY, NO, NO],
  deleteRoleAction: [NOBODY, NO, NO],
  retryJobAction: [NOBODY, NO, NO],
  requestClientExportAction: [NOBODY, NO, NO],
  mayDownloadClientAction: [NOBODY, NO, NO],
  eraseClientAction: [NOBODY, NO, NO],
  setRetentionAction: [NOBODY, NO, NO],
  startRetentionAction: [NOBODY, NO, NO],
  eraseUserAction: [NOBODY, NO, NO],
  requestOwnExportAction: [NOBODY, WRITE, WRITE],
  mayDownloadOwnAction: [NOBODY, READ, READ],
  eraseSelfAction: [NOBODY, WRITE, NO],
};
/** Ends the session that calls it and answers with a redirect: has a story of its own. */
const SIGN_OUT = "signOutAction";

const UNKNOWN = "0199aaaa-0000-7000-8000-00000000dead";
const deep = (levels: number): unknown => (levels === 0 ? {} : { lines: [deep(levels - 1)], id: [[]] });

/** Argument lists as a stranger would send them. */
const JUNK = [
  [],
  [null],
  [[]],
  [{}],
  ["x"],
  [-1e308],
  ["$undefined"],
  ["$NaN"],
  ["$D2026-01-01T00:00:00.000Z"],
  [{ id: UNKNOWN, userId: { $ne: null }, version: "1", lines: "all", role: "owner" }],
  [{ id: ["' or 1=1 --"], lines: [null, [], { quantity: {} }], email: ["a@b.c"], search: {} }],
  [deep(60)],
].map((args) => JSON.stringify(args));

/** Bodies that are no argument list at all. */
const MALFORMED = ["", "{", "null", '"x"', '["$1"]', '["$F9"]', '["$K7"]', "\0\0\0"];

async function postAll(request: APIRequestContext, actions: Action[], column: 0 | 1 | 2) {
  const call = async (action: Action, body: string) => {
    const response = await postAction(request, action, body);
    const label = `${action.name}(${body.slice(0, 60)})`;
    expect(response.status(), label).toBe(200);
    expect(EXPECTED[action.name]?.[column], label).toContain(await answerOf(response));
  };
  // Who may nothing is refused before anything is read: a few bodies show it.
  const bodies = JUNK.filter((_, index) => column === 2 || index % 3 === 0);
  for (const action of actions) await Promise.all(bodies.map((body) => call(action, body)));
}

async function changesNothing(run: () => Promise<void>) {
  await untilIdle();
  const before = await fingerprint();
  await run();
  expect(await fingerprint()).toEqual(before);
}

test.describe("server actions", () => {
  let actions: Action[];
  test.beforeAll(async () => {
    const all = await serverActions();
    expect(all.map(({ name }) => name).filter((name) => name !== SIGN_OUT && !EXPECTED[name])).toEqual([]);
    actions = all.filter(({ name }) => name !== SIGN_OUT);
    expect(actions.length).toBeGreaterThan(15);
  });

  test("do nothing for nobody, on their own page or on another", async ({ request }) => {
    await changesNothing(async () => {
      await postAll(request, actions, 0);
      for (const action of actions) {
        const response = await postAction(request, action, "[{}]", "/sign-in");
        expect(EXPECTED[action.name]?.[0], action.name).toContain(await answerOf(response));
      }
    });
  });

  test("do nothing for a client", async ({ page }) => {
    await signIn(page, "client");
    await changesNothing(() => postAll(page.request, actions, 1));
  });

  test("answer an accountant's junk with errors beside the fields, and admin's actions not at all", async ({
    page,
  }) => {
    await signIn(page, "accountant");
    await changesNothing(() => postAll(page.request, actions, 2));
  });

  test("change nothing for an admin's junk either", async ({ page }) => {
    await signIn(page, "admin");
    // Staff ask an admin to be erased, admins another one; a run of the retention needs nothing to be told.
    const own = actions.filter(
      ({ name }) => EXPECTED[name]?.[2] === NO && !["eraseSelfAction", "startRetentionAction"].includes(name),
    );
    expect(own.length).toBeGreaterThan(10);
    await changesNothing(async () => {
      for (const action of own)
        for (const body of JUNK) {
          const answer = await answerOf(await postAction(page.request, action, body));
          expect(READ, `${action.name}(${body.slice(0, 60)})`).toContain(answer);
        }
    });
  });

  test("answer what is no argument list without a word about the code", async ({ page }) => {
    await signIn(page, "accountant");
    await changesNothing(async () => {
      for (const action of actions.slice(0, 6))
        for (const body of MALFORMED) {
          const response = await postAction(page.request, action, body);
          const text = await response.text();
          expect(text, `${action.name} ${body}`).not.toMatch(/node_modules|\.js:\d|\bat .+\(/);
          expect(await answerOf(response), `${action.name} ${body}`).not.toBe("ok");
        }
    });
  });

  test("that do not exist, or come from another site, are refused", async ({ request }) => {
    const [known] = actions;
    if (!known) throw new Error("no action");
    const unknown = await postAction(request, { ...known, id: "00".repeat(21) }, "[]");
    expect(Math.floor(unknown.status() / 100)).toBe(4);
    const foreign = await request.post("/sign-in", {
      headers: { "next-action": known.id, origin: "http://evil.example" },
      data: Buffer.from("[{}]"),
    });
    expect(foreign.status()).toBe(500);
    expect(await foreign.text()).not.toMatch(/node_modules|\.js:\d/);
  });

  test("sign out ends the session that asked, and no other", async ({ page, browser }) => {
    const signOut = (await serverActions()).find(({ name }) => name === SIGN_OUT);
    if (!signOut) throw new Error("There is no action to sign out");
    const other = await (await browser.newContext()).newPage();
    await signInByForm(other, "client");
    await signInByForm(page, "client");
    await postAction(page.request, signOut, JSON.stringify([{ sessionId: UNKNOWN }]), "/portal");
    await page.goto("/portal");
    await expect(page).toHaveURL(/\/sign-in/);
    await other.goto("/portal");
    await expect(other).toHaveURL(/\/portal/);
  });

  test("set-up by a stranger is refused once there is an organization", async ({ request }) => {
    const setUp = actions.find(({ name }) => name === "setUpAction");
    if (!setUp) throw new Error("There is no action to set up");
    const input = {
      organizationName: "Mine now",
      country: "DE",
      currency: "EUR",
      timeZone: "UTC",
      taxName: "",
      taxPercent: "",
      name: "Stranger",
      email: "stranger@demo.counterfoil.localhost",
      password: "five random words here",
    };
    await changesNothing(async () => {
      const response = await postAction(request, setUp, JSON.stringify([input]));
      expect(await answerOf(response)).toBe("conflict");
    });
  });
});

test("an accountant of another organization finds nothing of this one", async ({ page }) => {
  const [organization, user] = [
    "0199bbbb-0000-7000-8000-000000000001",
    "0199bbbb-0000-7000-8000-000000000002",
  ];
  const email = "elsewhere@demo.counterfoil.localhost";
  const password = "five random words here";
  await look(
    "insert into organizations (id, name, country, currency, mfa_policy) values ($1, 'Elsewhere', 'DE', 'EUR', 'optional')",
    [organization],
  );
  const { passwordHash, pepperVersion } = await hashPassword(password);
  await look(
    "insert into users (id, email, name, password_hash, pepper_version) values ($1, $2, 'Elsewhere', $3, $4)",
    [user, email, passwordHash, pepperVersion],
  );
  await look("insert into memberships (organization_id, user_id, role) values ($1, $2, 'accountant')", [
    organization,
    user,
  ]);
  await signInByForm(page, { email, password });
  const [invoice] = await look<{ id: string; client_id: string; version: number }>(
    "select id, client_id, version from invoices where organization_id <> $1 and lifecycle = 'open' limit 1",
    [organization],
  );
  const [draft] = await look<{ id: string; version: number }>(
    "select id, version from invoices where organization_id <> $1 and lifecycle = 'draft' limit 1",
    [organization],
  );
  if (!invoice || !draft) throw new Error("The demo has no such invoices");
  for (const path of [`/invoices/${invoice.id}`, `/invoices/${draft.id}/edit`, `/invoices/${invoice.id}/pdf`])
    expect((await page.request.get(path)).status(), path).toBe(404);
  const actions = await serverActions();
  await changesNothing(async () => {
    for (const [name, input, answer] of [
      ["sendInvoiceAction", { id: invoice.id, message: "" }, "not_found"],
      ["createLinkAction", { id: invoice.id }, "not_found"],
      ["revokeLinkAction", { id: invoice.id }, "not_found"],
      ["deleteDraftAction", { id: draft.id }, "not_found"],
      ["findClientAction", invoice.client_id, "not_found"],
    ] as const) {
      const action = actions.find((one) => one.name === name);
      if (!action) throw new Error(`There is no ${name}`);
      expect(await answerOf(await postAction(page.request, action, JSON.stringify([input]))), name).toBe(
        answer,
      );
    }
  });
});
