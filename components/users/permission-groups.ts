import { grantable } from "@/lib/core/custom-roles";
import type { Permission } from "@/lib/core/permissions";

/** What a permission is about, by the first part of its name; one title of the catalog each. */
const GROUPS = {
  overview: ["overview"],
  invoices: ["invoice", "creditNote", "quote", "file"],
  clients: ["client", "statement", "credit"],
  payments: ["payment", "refund"],
  books: ["books"],
  settings: ["organization", "taxRate", "exchangeRate"],
  people: ["user", "role", "factor"],
  operations: ["job", "webhook", "audit"],
  privacy: ["privacy"],
} as const;

type GroupName = keyof typeof GROUPS;
export type PermissionGroup = { name: GroupName; permissions: readonly Permission[] };

/** The permissions that a custom role can be made of, by what they are about. */
export const permissionGroups: readonly PermissionGroup[] = (Object.keys(GROUPS) as GroupName[]).map(
  (name) => ({
    name,
    permissions: grantable.filter((permission) =>
      GROUPS[name].some((subject) => permission.startsWith(`${subject}.`)),
    ),
  }),
);
