import { may, type Permission, permissions, roles } from "@/lib/core/permissions";

/** The permissions that some role has. What only the system, a link or nobody does is no matter of roles. */
export const rolePermissions = (Object.keys(permissions) as Permission[]).filter((permission) =>
  roles.some((role) => may(role, permission)),
);
