import { page, type Reply, redirect } from "../http/reply";
import type { Call, Route } from "../http/router";
import { readCardForm } from "../stripe/card-form";
import { sweepExpired } from "../stripe/expire";
import { attemptPayment, finishChallenge, type Outcome } from "../stripe/pay";
import type { StoredSession } from "../stripe/session-store";
import type { World } from "../world";
import { challengePage, closedPage, unknownPage } from "./notices";
import { checkoutPage } from "./page";

type Handle = (stored: StoredSession, call: Call) => Reply;

/** The pages to which a session's `url` leads. */
export function checkoutRoutes(world: World): Route[] {
  /** Finds the session, and answers for those that are unknown or closed. */
  const open = (handle: Handle) => (call: Call) => {
    sweepExpired(world);
    const { sessions } = world.state;
    const id = call.params.session ?? "";
    const stored = Object.hasOwn(sessions, id) ? sessions[id] : undefined;
    if (!stored) return page(404, unknownPage());
    return stored.object.status === "open" ? handle(stored, call) : closed(stored);
  };
  return [
    {
      method: "GET",
      path: "/checkout/:session",
      handle: open((stored) => page(200, checkoutPage(stored, {}))),
    },
    { method: "POST", path: "/checkout/:session", handle: open((stored, call) => pay(world, stored, call)) },
    {
      method: "GET",
      path: "/checkout/:session/authenticate",
      handle: open((stored) =>
        stored.challenge ? page(200, challengePage(stored)) : redirect(`/checkout/${stored.object.id}`),
      ),
    },
    {
      method: "POST",
      path: "/checkout/:session/authenticate",
      handle: open((stored, call) => {
        const passed = formOf(call).get("outcome") === "complete";
        const buyer = stored.challenge?.buyer;
        return conclude(stored, finishChallenge(world, stored, passed), buyer ?? {});
      }),
    },
  ];
}

function pay(world: World, stored: StoredSession, call: Call): Reply {
  const form = formOf(call);
  const fixed = stored.object.customer_email;
  if (fixed) form.set("email", fixed);
  const typed = { email: form.get("email") ?? "", name: form.get("name") ?? "" };
  const read = readCardForm(form, world.seconds());
  if (!read.ok) return page(422, checkoutPage(stored, { ...typed, errors: read.errors }));
  return conclude(stored, attemptPayment(world, stored, read.value), typed);
}

function conclude(stored: StoredSession, outcome: Outcome, typed: { email?: string; name?: string }): Reply {
  const { id } = stored.object;
  if (outcome.kind === "paid") return redirect(returnUrl(stored) ?? `/checkout/${id}`);
  if (outcome.kind === "challenge") return redirect(`/checkout/${id}/authenticate`);
  if (outcome.kind === "declined")
    return page(402, checkoutPage(stored, { ...typed, alert: outcome.decline.message }));
  return stored.object.status === "open" ? redirect(`/checkout/${id}`) : closed(stored);
}

const returnUrl = ({ object }: StoredSession) =>
  object.success_url?.replaceAll("{CHECKOUT_SESSION_ID}", object.id) ?? null;

function closed(stored: StoredSession): Reply {
  const paid = stored.object.status === "complete";
  return page(paid ? 409 : 410, closedPage(stored, paid ? returnUrl(stored) : stored.object.cancel_url));
}

const formOf = (call: Call) => new URLSearchParams(call.body.toString("utf8"));
