import { expect, test } from "vitest";
import { translator } from "@/lib/i18n/translator";
import { rolePermissions } from "./role-permissions";

test("every permission of a role has words for the table", () => {
  const t = translator("users");
  for (const permission of rolePermissions)
    expect(t.has(`permissions.names.${permission}` as never), permission).toBe(true);
});
