import { HttpError } from "../http/error";
import { json, noContent, page, type Reply } from "../http/reply";
import type { Call, Route } from "../http/router";
import type { World } from "../world";
import { isFor, type StoredMail } from "./mail";
import { listPage, mailPage, viewName } from "./pages";
import { mailDocument, mailView } from "./view";

// Links may leave by a click; nothing in a mail may run or post.
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline' *; img-src * data:; font-src * data:; frame-ancestors 'self'";

/** Newest first. */
export function mailsOf(world: World, query: URLSearchParams): StoredMail[] {
  const to = query.get("to");
  const since = query.get("since");
  const after = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since);
  if (Number.isNaN(after)) throw new HttpError(400, "invalid_since", "`since` must be an ISO instant.");
  return Object.values(world.state.mails)
    .filter((mail) => (!to || isFor(mail, to)) && Date.parse(mail.createdAt) >= after)
    .reverse();
}

/** The mailbox for people, and as JSON for tests. */
export function mailboxRoutes(world: World): Route[] {
  const { mails } = world.state;
  const found = (handle: (mail: StoredMail, call: Call) => Reply) => (call: Call) => {
    const id = call.params.id ?? "";
    const mail = Object.hasOwn(mails, id) ? mails[id] : undefined;
    if (!mail) throw new HttpError(404, "not_found", "There is no such email.");
    return handle(mail, call);
  };
  return [
    {
      method: "GET",
      path: "/mailbox",
      handle: ({ query }) => page(200, listPage(mailsOf(world, query), query.get("to") ?? "")),
    },
    {
      method: "GET",
      path: "/mailbox/:id",
      handle: found((mail, { query }) => page(200, mailPage(mail, viewName(query.get("view"), mail)))),
    },
    { method: "GET", path: "/mailbox/:id/html", handle: found(document) },
    { method: "GET", path: "/mailbox/:id/attachments/:index", handle: found(download) },
    {
      method: "GET",
      path: "/api/mailbox",
      handle: ({ query }) =>
        json(200, { messages: mailsOf(world, query).map((mail) => mailView(world, mail)) }),
    },
    {
      method: "GET",
      path: "/api/mailbox/:id",
      handle: found((mail) => json(200, mailView(world, mail))),
    },
    {
      method: "DELETE",
      path: "/api/mailbox",
      handle: () => {
        for (const id of Object.keys(mails)) delete mails[id];
        world.changed();
        return noContent();
      },
    },
  ];
}

function document(mail: StoredMail): Reply {
  const reply = page(200, mailDocument(mail));
  return { ...reply, headers: { ...reply.headers, "content-security-policy": MAIL_POLICY } };
}

function download(mail: StoredMail, call: Call): Reply {
  const attachment = mail.attachments[Number.parseInt(call.params.index ?? "", 10)];
  if (!attachment) throw new HttpError(404, "not_found", "There is no such attachment.");
  const { filename, contentType, content } = attachment;
  const ascii = filename.replace(/[^ -~]|["\\]/g, "_");
  // Types that a browser would run on the sandbox's own address are only ever saved.
  const inline = /^image\/(?!svg)/.test(contentType);
  return {
    status: 200,
    headers: {
      "content-type": /^[\w.+-]+\/[\w.+-]+(?:;[ -~]*)?$/.test(contentType)
        ? contentType
        : "application/octet-stream",
      "content-disposition": `${inline ? "inline" : "attachment"}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(filename)}`,
      "content-security-policy": "sandbox",
      "x-content-type-options": "nosniff",
    },
    body: Buffer.from(content, "base64"),
  };
}
