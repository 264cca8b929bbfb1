import type { Permission } from "@/lib/core/permissions";

type Place = { href: string; permission: Permission };

/** The tabs of the settings, and what each asks for. */
export const settingsTabs = [
  { href: "/settings", key: "organization", permission: "taxRate.read" },
  { href: "/settings/users", key: "users", permission: "user.read" },
  { href: "/settings/work", key: "work", permission: "job.read" },
  { href: "/settings/audit", key: "audit", permission: "audit.read" },
  { href: "/settings/privacy", key: "privacy", permission: "privacy.read" },
] as const satisfies readonly (Place & { key: string })[];

/** The main pages of staff, and what each asks for. */
const pages = [
  { href: "/overview", key: "overview", permission: "overview.read" },
  { href: "/invoices", key: "invoices", permission: "invoice.read" },
  { href: "/quotes", key: "quotes", permission: "invoice.read" },
  { href: "/payments", key: "payments", permission: "payment.read" },
  { href: "/clients", key: "clients", permission: "client.read" },
  { href: "/reports", key: "reports", permission: "books.read" },
] as const satisfies readonly (Place & { key: string })[];

type Can = (permission: Permission) => boolean;

/** Where somebody may go, in the order of the navigation; settings lead to the first tab that is theirs. */
export function placesFor(can: Can) {
  const own = pages.filter(({ permission }) => can(permission));
  const [tab] = settingsTabs.filter(({ permission }) => can(permission));
  return [...own, ...(tab ? [{ href: tab.href, key: "settings" as const }] : [])];
}

/** Where the work of somebody of staff begins; their own account when they may see nothing else. */
export const firstPlace = (can: Can): string => placesFor(can)[0]?.href ?? "/account";
