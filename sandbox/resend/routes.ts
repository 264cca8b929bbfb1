import { timingSafeEqual } from "node:crypto";
import { strike } from "../faults/strike";
import { json, type Reply } from "../http/reply";
import type { Call, Route } from "../http/router";
import { fingerprint, recall } from "../idempotency";
import type { StoredMail } from "../mailbox/mail";
import type { World } from "../world";
import { invalid, ResendError, serverError } from "./errors";
import { readMail } from "./validate";

/** 40 MB of base64 and room for the rest. */
const BODY_LIMIT = 44 * 1024 * 1024;
const MAX_BATCH = 100;
const KEEP = 500;

type Work = (body: unknown, key: string | null) => object;

/** Resend's API: sending one email or a batch, and reading one back. */
export function resendRoutes(world: World): Route[] {
  const now = () => new Date(world.settings.now()).toISOString();
  const one: Work = (body, key) => {
    const mail = readMail(body, now(), key);
    store(world, [mail]);
    return { id: mail.id };
  };
  const batch: Work = (body, key) => {
    if (!Array.isArray(body) || body.length === 0 || body.length > MAX_BATCH)
      throw invalid(`A batch must be an array of 1 to ${MAX_BATCH} emails.`);
    const mails = body.map((item: unknown) => readMail(item, now(), key));
    if (mails.some((mail) => mail.attachments.length > 0))
      throw invalid("The `attachments` field is not supported in a batch.");
    store(world, mails);
    return { data: mails.map(({ id }) => ({ id })) };
  };
  const guarded = (run: (call: Call) => Reply | Promise<Reply>) => async (call: Call) => {
    try {
      authenticate(world, call);
      return await run(call);
    } catch (error) {
      if (error instanceof ResendError) return error.toReply();
      throw error;
    }
  };
  const sending = (work: Work) => guarded((call) => send(world, call, work));
  return [
    { method: "POST", path: "/emails", limit: BODY_LIMIT, handle: sending(one) },
    { method: "POST", path: "/emails/batch", limit: BODY_LIMIT, handle: sending(batch) },
    { method: "GET", path: "/emails/:id", handle: guarded((call) => retrieve(world, call)) },
  ];
}

function send(world: World, call: Call, work: Work): Promise<Reply> {
  const fault = world.faults.take("resend", `${call.method} ${call.path}`);
  return strike(fault, serverError, (distort) => distort(() => once(world, call, work)));
}

/** Unlike Stripe, Resend remembers only what it sent: a key whose call failed may be used again. */
function once(world: World, call: Call, work: Work): Reply {
  const header = call.headers["idempotency-key"];
  const key = typeof header === "string" ? header : null;
  if (key !== null && (key.length < 1 || key.length > 256))
    throw new ResendError(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
  const keys = world.state.resendKeys;
  const print = fingerprint(call.path, call.body);
  const known = key === null ? undefined : recall(keys, key, world.settings.now());
  if (known && known.fingerprint !== print)
    throw new ResendError(
      409,
      "invalid_idempotent_request",
      "Same idempotency key used with a different request payload.",
    );
  if (known) return json(known.status, JSON.parse(known.body));
  const result = work(parse(call), key);
  if (key !== null)
    keys[key] = { fingerprint: print, status: 200, body: JSON.stringify(result), at: world.settings.now() };
  world.changed();
  return json(200, result);
}

function store(world: World, mails: StoredMail[]): void {
  for (const mail of mails) world.state.mails[mail.id] = mail;
  const ids = Object.keys(world.state.mails);
  for (const id of ids.slice(0, Math.max(0, ids.length - KEEP))) delete world.state.mails[id];
}

function retrieve(world: World, call: Call): Reply {
  const mail = world.state.mails[call.params.id ?? ""];
  if (!mail) throw new ResendError(404, "not_found", "Email not found");
  const { id, from, to, cc, bcc, subject, html, text, tags, createdAt, replyTo } = mail;
  return json(200, {
    object: "email",
    id,
    from,
    to,
    cc,
    bcc,
    reply_to: replyTo,
    subject,
    html,
    text,
    tags,
    created_at: createdAt,
    last_event: "delivered",
    scheduled_at: null,
  });
}

function parse(call: Call): unknown {
  try {
    return JSON.parse(call.body.toString("utf8"));
  } catch {
    throw new ResendError(400, "validation_error", "The request body is not valid JSON.");
  }
}

function authenticate(world: World, call: Call): void {
  const given = /^Bearer (\S+)$/.exec(call.headers.authorization ?? "")?.[1];
  if (!given) throw new ResendError(401, "missing_api_key", "Missing API key in the authorization header.");
  const right = Buffer.from(world.settings.resendApiKey);
  const typed = Buffer.from(given);
  if (typed.length !== right.length || !timingSafeEqual(typed, right))
    throw new ResendError(401, "invalid_api_key", "API key is invalid");
}
