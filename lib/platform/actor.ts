import type { ActorRole } from "@/db/roles";
import type { Role, Subject } from "@/lib/core/permissions";

export type UserActor = {
  kind: "user";
  organizationId: string;
  userId: string;
  sessionId: string;
  role: Role;
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

/** The actor's column in the permission table. */
export const subjectOf = (actor: Actor): Subject => (actor.kind === "user" ? actor.role : actor.kind);

/** The id that events and audit entries name, where the actor has one. */
export const actorId = (actor: Actor): string | null =>
  actor.kind === "user" ? actor.userId : actor.kind === "link" ? actor.linkId : null;

const USER_ROLES: Record<Role, ActorRole> = {
  admin: "cf_admin",
  accountant: "cf_staff",
  client: "cf_client",
};
const OTHER_ROLES = { link: "cf_link", system: "cf_system", anonymous: "cf_auth" } as const;

/** The PostgreSQL role that the actor's transactions run as. */
export const databaseRole = (actor: Actor): ActorRole =>
  actor.kind === "user" ? USER_ROLES[actor.role] : OTHER_ROLES[actor.kind];
