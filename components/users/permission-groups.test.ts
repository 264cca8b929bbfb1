import { expect, test } from "vitest";
import { grantable } from "@/lib/core/custom-roles";
import { permissionGroups } from "./permission-groups";

test("every permission that can be granted is in one group", () => {
  const all = permissionGroups.flatMap(({ permissions }) => permissions);
  expect([...all].sort()).toEqual([...grantable].sort());
});
