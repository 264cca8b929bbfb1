export const roles = ["admin", "accountant", "client"] as const;
export type Role = (typeof roles)[number];

/** Kinds of actor beside users: a holder of an invoice's link, the system's own jobs and webhooks, and nobody. */
export const otherActors = ["link", "system", "anonymous"] as const;
export type Subject = Role | (typeof otherActors)[number];

/**
 * The permission table: who may do what. Everything that is not listed is refused.
 * Which rows they may do it to is the database's matter (row-level security).
 */
export const permissions = {
  "overview.read": ["admin", "accountant"],
  "invoice.read": ["admin", "accountant", "client", "link", "system"],
  "invoice.write": ["admin", "accountant"],
  "invoice.finalize": ["admin", "accountant", "system"],
  "invoice.void": ["admin", "accountant"],
  "invoice.writeOff": ["admin", "accountant"],
  "creditNote.write": ["admin", "accountant"],
  "quote.answer": ["link", "admin", "accountant"],
  "quote.invoice": ["admin", "accountant"],
  "invoice.send": ["admin", "accountant", "system"],
  "invoice.delete": ["admin", "accountant"],
  "invoice.view": ["link"],
  "invoice.pay": ["link"],
  "file.read": ["admin", "accountant", "client", "link", "system"],
  "file.write": ["admin", "accountant"],
  "client.read": ["admin", "accountant", "system"],
  "client.write": ["admin", "accountant"],
  "statement.read": ["admin", "accountant"],
  "statement.send": ["admin", "accountant"],
  "taxRate.read": ["admin", "accountant"],
  "taxRate.write": ["admin"],
  "exchangeRate.read": ["admin", "accountant"],
  "payment.read": ["admin", "accountant", "system"],
  "payment.record": ["admin", "accountant", "system"],
  "payment.apply": ["admin", "accountant"],
  "payment.reverse": ["admin", "accountant"],
  "payment.refund": ["admin", "accountant"],
  "refund.approve": ["admin"],
  "refund.settle": ["system"],
  "credit.read": ["admin", "accountant", "client", "system"],
  "books.read": ["admin", "accountant"],
  "books.export": ["admin", "accountant"],
  "books.close": ["admin"],
  "organization.read": ["admin", "accountant", "client", "link", "system"],
  "organization.write": ["admin"],
  "organization.secure": ["admin"],
  "organization.create": ["anonymous"],
  "user.read": ["admin"],
  "user.invite": ["admin"],
  "user.write": ["admin"],
  "role.read": ["admin"],
  "role.write": ["admin"],
  "job.read": ["admin"],
  "job.retry": ["admin"],
  "webhook.read": ["admin"],
  "webhook.receive": ["system"],
  "webhook.process": ["system"],
  "notification.send": ["system"],
  "audit.read": ["admin"],
  "privacy.read": ["admin"],
  "privacy.export": ["admin"],
  "privacy.erase": ["admin"],
  "privacy.retain": ["admin"],
  "privacy.run": ["system"],
  "session.start": ["anonymous"],
  "session.end": ["admin", "accountant", "client"],
  "account.read": ["admin", "accountant", "client"],
  "account.write": ["admin", "accountant", "client"],
  "account.export": ["admin", "accountant", "client"],
  "account.erase": ["client"],
  "account.recover": ["anonymous"],
  "account.confirmEmail": ["anonymous"],
  "session.prove": ["admin", "accountant", "client"],
  "factor.read": ["admin", "accountant", "client"],
  "factor.write": ["admin", "accountant", "client"],
  "factor.remove": ["admin", "accountant", "client"],
  "factor.reset": ["admin"],
  "invitation.accept": ["anonymous"],
} as const satisfies Record<string, readonly Subject[]>;

export type Permission = keyof typeof permissions;

/** A role that an organization has made of the table's permissions. */
export type CustomRole = { id: string; name: string; grants: ReadonlySet<Permission> };
export type UserRole = Role | CustomRole;

/** Whether somebody may do something: by the subject's row in the table, or by what a custom role grants. */
export function may(who: Subject | CustomRole, permission: Permission): boolean {
  if (typeof who !== "string") return who.grants.has(permission);
  return (permissions[permission] as readonly Subject[]).includes(who);
}

/** What is only done by a person who has just proved to be themselves. */
const stepUp: ReadonlySet<Permission> = new Set<Permission>([
  "payment.refund",
  "refund.approve",
  "books.export",
  "user.invite",
  "user.write",
  "role.write",
  "organization.secure",
  "privacy.export",
  "privacy.erase",
  "privacy.retain",
  "account.export",
  "account.erase",
  "factor.write",
  "factor.remove",
  "factor.reset",
]);

export const needsStepUp = (permission: Permission): boolean => stepUp.has(permission);

/** For how long a proof counts, in minutes. */
const FRESH_MINUTES = 5;

/** Whether a proof is recent enough for what needs one. */
export const isFresh = (provenAt: Date | null, now: Date): boolean =>
  provenAt !== null && now.getTime() - provenAt.getTime() < FRESH_MINUTES * 60_000;
