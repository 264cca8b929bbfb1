import type { ActorRole } from "@/db/roles";
import { reachOf } from "@/lib/core/custom-roles";
import type { CustomRole, Role, Subject, UserRole } from "@/lib/core/permissions";

export type UserActor = {
  kind: "user";
  organizationId: string;
  userId: string;
  sessionId: string;
  /** As it is now: read from the database on every request. */
  role: UserRole;
  /** Set exactly when the role is client. */
  clientId: string | null;
  /** When the person last proved to be themselves in this session; null for not yet. */
  provenAt: Date | null;
};

/** Whoever makes a request: never "maybe a user". */
export type Actor =
  | UserActor
  | { kind: "link"; organizationId: string; invoiceId: string; linkId: string }
  | { kind: "system"; organizationId: string; job: string }
  | { kind: "anonymous"; organizationId: string | null };

/** Whom the permission table is asked about. */
export const subjectOf = (actor: Actor): Subject | CustomRole =>
  actor.kind === "user" ? actor.role : actor.kind;

/** The id that events and audit entries name, where the actor has one. */
export const actorId = (actor: Actor): string | null =>
  actor.kind === "user" ? actor.userId : actor.kind === "link" ? actor.linkId : null;

const USER_ROLES: Record<Role, ActorRole> = {
  admin: "cf_admin",
  accountant: "cf_staff",
  client: "cf_client",
};
const OTHER_ROLES = { link: "cf_link", system: "cf_system", anonymous: "cf_auth" } as const;

/** The PostgreSQL role that the actor's transactions run as. One of nothing but reads can change nothing there either. */
export const databaseRole = (actor: Actor): ActorRole => {
  if (actor.kind !== "user") return OTHER_ROLES[actor.kind];
  if (typeof actor.role === "string") return USER_ROLES[actor.role];
  const { admin, writes } = reachOf(actor.role);
  if (writes) return admin ? "cf_admin" : "cf_staff";
  return admin ? "cf_admin_reader" : "cf_reader";
};
