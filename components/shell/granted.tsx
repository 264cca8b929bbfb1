"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Permission } from "@/lib/core/permissions";

const Granted = createContext<readonly Permission[]>([]);

/** Tells everything inside what the signed-in user may do. What is refused is refused by the server all the same. */
export function GrantedPermissions({
  permissions,
  children,
}: {
  permissions: readonly Permission[];
  children: ReactNode;
}) {
  return <Granted value={permissions}>{children}</Granted>;
}

/** Whether the signed-in user may do something: a button that would be refused is not shown. */
export function useCan(): (permission: Permission) => boolean {
  const granted = useContext(Granted);
  return (permission) => granted.includes(permission);
}
