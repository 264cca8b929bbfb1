import { type CustomRole, may, type Permission, permissions, type UserRole } from "./permissions";

const all = Object.keys(permissions) as Permission[];

/** What belongs to everybody who signs in, and so is neither given nor withheld: one's own account, whose it is, and files
 * of what one may see. */
const everybodys: ReadonlySet<Permission> = new Set<Permission>([
  "organization.read",
  "file.read",
  "session.end",
  "session.prove",
  "account.read",
  "account.write",
  "account.export",
  "factor.read",
  "factor.write",
  "factor.remove",
]);

/** The permissions that a custom role can be made of, in the order of the table: what staff may. */
export const grantable: readonly Permission[] = all.filter(
  (permission) => !everybodys.has(permission) && (may("admin", permission) || may("accountant", permission)),
);

/** What a permission is no use without: a page shows it, or its form reads it. */
const needs: Partial<Record<Permission, readonly Permission[]>> = {
  "overview.read": ["invoice.read"],
  "invoice.write": ["invoice.read", "client.read", "taxRate.read", "exchangeRate.read"],
  "invoice.finalize": ["invoice.read"],
  "invoice.void": ["invoice.read"],
  "invoice.writeOff": ["invoice.read"],
  "invoice.send": ["invoice.read"],
  "invoice.delete": ["invoice.read"],
  "file.write": ["invoice.write"],
  "creditNote.write": ["invoice.write"],
  "quote.answer": ["invoice.read"],
  "quote.invoice": ["invoice.write"],
  "client.write": ["client.read"],
  "statement.read": ["client.read"],
  "statement.send": ["statement.read"],
  "taxRate.write": ["taxRate.read"],
  "exchangeRate.read": ["taxRate.read"],
  "payment.read": ["invoice.read", "client.read"],
  "payment.record": ["payment.read", "exchangeRate.read"],
  "payment.apply": ["payment.read"],
  "payment.reverse": ["payment.read"],
  "payment.refund": ["payment.read"],
  "refund.approve": ["payment.read"],
  "credit.read": ["client.read"],
  "books.read": ["invoice.read"],
  "books.export": ["books.read"],
  "books.close": ["books.read"],
  "organization.write": ["taxRate.read"],
  "organization.secure": ["user.read"],
  "user.invite": ["user.read", "role.read", "client.read"],
  "user.write": ["user.read", "role.read", "client.read"],
  "role.read": ["user.read"],
  "role.write": ["role.read"],
  "job.read": ["webhook.read"],
  "job.retry": ["job.read"],
  "webhook.read": ["job.read"],
  "audit.read": ["user.read"],
  "factor.reset": ["user.read"],
  "privacy.read": ["client.read"],
  "privacy.export": ["privacy.read"],
  "privacy.erase": ["privacy.read"],
  "privacy.retain": ["privacy.read"],
};

/** Permissions with all that they need, in the order of the table. What cannot be granted is left out. */
export function withNeeded(chosen: Iterable<string>): Permission[] {
  const found = new Set<string>();
  const add = (permission: string) => {
    if (found.has(permission)) return;
    found.add(permission);
    for (const other of needs[permission as Permission] ?? []) add(other);
  };
  for (const permission of chosen) add(permission);
  return grantable.filter((permission) => found.has(permission));
}

/** Which of the chosen permissions need this one. Two that need each other go together, and hold nothing. */
export const neededBy = (permission: Permission, chosen: readonly Permission[]): Permission[] =>
  chosen.filter(
    (other) => withNeeded([other]).includes(permission) && !withNeeded([permission]).includes(other),
  );

/** The chosen permissions without this one, and without those that are no use without it. */
export const withoutNeeding = (permission: Permission, chosen: readonly Permission[]): Permission[] =>
  chosen.filter((other) => !withNeeded([other]).includes(permission));

/** A role as it is stored: what this version does not know, or does not give to staff, grants nothing. */
export function customRole(stored: { id: string; name: string; permissions: readonly string[] }): CustomRole {
  const granted = grantable.filter((permission) => stored.permissions.includes(permission));
  return { id: stored.id, name: stored.name, grants: new Set([...everybodys, ...granted]) };
}

/** Whether a role may something that its giver may not: nobody gives what they do not have. */
export const goesBeyond = (role: UserRole, giver: UserRole): boolean =>
  grantable.some((permission) => may(role, permission) && !may(giver, permission));

/** Whether only admins may this, of the roles that are built in. */
const adminOnly = (permission: Permission) => may("admin", permission) && !may("accountant", permission);

const reads = (permission: Permission) => permission.endsWith(".read") || permission === "books.export";

/** How much of the database a custom role has to reach: what is admins' own, and more than reading. */
export function reachOf({ grants }: CustomRole): { admin: boolean; writes: boolean } {
  const granted = [...grants].filter((permission) => !everybodys.has(permission));
  return { admin: granted.some(adminOnly), writes: granted.some((permission) => !reads(permission)) };
}
