import { revokeLink } from "@/lib/invoices/revoke-link";
import { signIn, signInByForm } from "./pages/sign-in";
import { postAction, serverActions } from "./support/actions";
import { newMember, PASSWORD } from "./support/people";
import { accountant, issue } from "./support/product";
import { raw } from "./support/raw";
import { server } from "./support/server";
import { expect, test } from "./support/test";

const MEGABYTE = 1024 * 1024;
const webhook = async () => `/api/webhooks/stripe/${(await accountant()).actor.organizationId}`;

test.describe("a body over its limit gets 413", () => {
  test("as a webhook, whether its length is declared or not", async () => {
    const path = await webhook();
    const chunk = "x".repeat(64 * 1024);
    const headers = { "stripe-signature": "t=1,v1=00" };
    for (const size of [600 * 1024, 2 * MEGABYTE])
      expect((await raw(path, { method: "POST", headers, body: "x".repeat(size) })).status).toBe(413);
    for (const count of [10, 40]) {
      const chunks = Array.from({ length: count }, () => chunk);
      expect((await raw(path, { method: "POST", headers, chunks })).status, `${count} chunks`).toBe(413);
    }
    expect((await raw(path, { method: "POST", headers, body: "{}" })).status).toBe(400);
  });

  test("as a server action, whether its length is declared or not", async ({ request }) => {
    const action = (await serverActions()).find(({ name }) => name === "signInAction");
    if (!action) throw new Error("There is no action to sign in");
    const body = JSON.stringify([{ email: "x".repeat(MEGABYTE) }]);
    expect((await postAction(request, action, body)).status()).toBe(413);
    const headers = {
      "next-action": action.id,
      "content-type": "text/plain;charset=UTF-8",
      origin: server.baseUrl,
    };
    const chunks = body.match(/.{1,65536}/g) ?? [];
    expect((await raw("/sign-in", { method: "POST", headers, chunks })).status).toBe(413);
  });
});

test("another host than ours is sent away, whoever claims it", async () => {
  const { host } = new URL(server.baseUrl);
  expect((await raw("/sign-in", { headers: { host } })).status).toBe(200);
  expect((await raw("/sign-in", { headers: { host: "evil.example" } })).status).toBe(421);
  expect((await raw("/sign-in", { headers: { host: `${host}.evil.example` } })).status).toBe(421);
  expect((await raw("/sign-in", { headers: { host, "x-forwarded-host": "evil.example" } })).status).toBe(421);
  expect((await raw("/api/health", { headers: { host: "evil.example" } })).status).toBe(421);
});

test("a guessed and a revoked link get the same page as any unknown address", async ({ page }) => {
  const { id, url } = await issue();
  const { pathname } = new URL(url);
  expect((await page.goto(url))?.status()).toBe(200);
  expect((await raw(`${pathname}/pdf`)).headers["content-type"]).toBe("application/pdf");
  await revokeLink(await accountant(), { id });

  const guessed = `/pay/${"A".repeat(43)}`;
  const shown: string[] = [];
  for (const path of ["/no/such/page", guessed, pathname]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    shown.push(await page.getByRole("main").innerText());
  }
  expect(new Set(shown).size).toBe(1);
  expect(shown[0]).not.toBe("");
  const pdfs = await Promise.all([raw(`${guessed}/pdf`), raw(`${pathname}/pdf`)]);
  expect(pdfs.map(({ status }) => status)).toEqual([404, 404]);
  expect(pdfs[0]?.text).toBe(pdfs[1]?.text);
});

test("pages carry the headers that protect them, and a nonce of their own", async ({ page }) => {
  const { url } = await issue();
  await signIn(page, "accountant");
  const nonces = new Set<string>();
  const paths = ["/sign-in", "/overview", "/invoices", url, "/no/such/page"];
  for (const path of paths) {
    const response = await page.request.get(path);
    const headers = response.headers();
    expect(headers, path).toMatchObject({
      "cache-control": expect.stringContaining("no-store"),
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "permissions-policy": expect.stringContaining("payment=()"),
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["x-powered-by"]).toBeUndefined();
    const policy = headers["content-security-policy"] ?? "";
    for (const directive of [
      "default-src 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy, path).toContain(directive);
    expect(/script-src [^;]*/.exec(policy)?.[0], path).not.toMatch(/unsafe/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(paths.length);
});

test("the session's cookie is out of reach of scripts and other sites", async ({ page, context }) => {
  await signInByForm(page, "accountant");
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith("authjs.session-token"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("no page that staff visits breaks its own policy", async ({ page, complaints }) => {
  await signIn(page, "admin");
  const paths = [
    "/overview",
    "/invoices",
    "/invoices/new",
    "/clients",
    "/settings",
    "/settings/users",
    "/settings/work",
    "/settings/audit",
  ];
  for (const path of paths) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(complaints, path).toEqual([]);
  }
});

test("health says live and ready, and the stream of events nothing to strangers", async ({ request }) => {
  expect(await (await request.get("/api/health/live")).json()).toEqual({ status: "live" });
  expect(await (await request.get("/api/health")).json()).toEqual({ status: "ready" });
  expect((await request.get("/api/live")).status()).toBe(401);
});

test("a script that got in could neither write markup nor load another", async ({ page, complaints }) => {
  await page.goto("/sign-in");
  await expect(page.getByLabel("Email")).toBeVisible();
  const ran = await page.evaluate(() => {
    const place = document.body.appendChild(document.createElement("div"));
    place.innerHTML = "<img src=x onerror='window.broken = 1'>";
    const script = document.createElement("script");
    let refused = false;
    try {
      script.src = "https://evil.example/_next/static/a.js";
    } catch {
      refused = true;
    }
    return { markup: place.innerHTML, refused };
  });
  expect(ran).toEqual({ markup: "", refused: true });
  await expect.poll(() => complaints.length).toBe(1);
  expect(complaints.splice(0).join()).toContain("require-trusted-types-for");
});

test("what another site embeds, fetches or posts is refused; a link into the product is followed", async () => {
  const from = (mode: string, dest: string, site = "cross-site") => ({
    "sec-fetch-site": site,
    "sec-fetch-mode": mode,
    "sec-fetch-dest": dest,
  });
  const ask = async (headers: Record<string, string>, method = "GET") =>
    (await raw("/sign-in", { method, headers })).status;
  expect(await ask(from("navigate", "document"))).toBe(200);
  expect(await ask(from("cors", "empty", "same-origin"))).toBe(200);
  for (const headers of [
    from("no-cors", "image"),
    from("no-cors", "script"),
    from("cors", "empty", "same-site"),
    from("navigate", "iframe"),
    from("navigate", "object"),
  ])
    expect(await ask(headers), JSON.stringify(headers)).toBe(403);
  expect(await ask(from("navigate", "document"), "POST")).toBe(403);
});

test("only the methods that are used are taken", async () => {
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"]) {
    const { status, headers } = await raw("/sign-in", { method });
    expect([status, headers.allow], method).toEqual([405, "GET, HEAD, POST"]);
  }
  // The server itself can't take this one: it never reaches the product, and comes back to nobody.
  const traced = await raw("/sign-in", { method: "TRACE", headers: { "x-secret": "echo" } });
  expect(traced.status).toBe(500);
  expect(traced.text).not.toContain("echo");
});

test("an export that is asked for too often gets 429 and when to come again", async ({ page }) => {
  const { organizationId } = (await accountant()).actor;
  await signInByForm(page, { email: await newMember(organizationId, "admin"), password: PASSWORD });
  const statuses: number[] = [];
  for (let index = 0; index < 11; index += 1)
    statuses.push((await page.request.get("/settings/audit/export?action=none.such")).status());
  expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
  const refused = await page.request.get("/settings/audit/export?action=none.such");
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
});

test("a browser's report of a violation is taken from anyone, and nothing else of it", async ({
  request,
}) => {
  const report = {
    "csp-report": { "document-uri": `${server.baseUrl}/pay/x`, "effective-directive": "img-src" },
  };
  const send = (data: string) =>
    request.post("/api/csp-reports", { data, headers: { "content-type": "application/csp-report" } });
  expect((await send(JSON.stringify(report))).status()).toBe(204);
  expect((await send("not json")).status()).toBe(204);
  expect((await send("x".repeat(20_000))).status()).toBe(413);
});

test("no file of the repository, the build or the settings is served", async () => {
  for (const path of [
    "/.git/config",
    "/.env",
    "/.env.local",
    "/package.json",
    "/server.js",
    "/.next/BUILD_ID",
    "/_next/static",
    "/_next/../.env.local",
    "/db/migrations",
    "/.well-known/security.txt",
  ])
    expect((await raw(path)).status, path).toBe(404);
});
