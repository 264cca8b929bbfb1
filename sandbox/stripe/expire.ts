import type { World } from "../world";
import { emit } from "./events";
import type { StoredSession } from "./session-store";

/** Closes an open session for good and says so by webhook. */
export function expireSession(world: World, stored: StoredSession): void {
  stored.object.status = "expired";
  stored.object.url = null;
  delete stored.challenge;
  emit(world, "checkout.session.expired", stored.object);
}

/** Expires every open session whose time is over. */
export function sweepExpired(world: World): void {
  const now = world.seconds();
  for (const stored of Object.values(world.state.sessions))
    if (stored.object.status === "open" && stored.object.expires_at <= now) expireSession(world, stored);
}
