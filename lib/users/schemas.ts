import { z } from "zod";
import { NewPassword } from "@/lib/auth/new-password";
import { grantable } from "@/lib/core/custom-roles";
import { email, id, text } from "@/lib/core/fields";
import { roles } from "@/lib/core/permissions";

/** A role that is built in, or the id of a custom one. */
const role = z.enum(roles).or(z.uuid("invalid"));
const clientId = z
  .literal("")
  .transform(() => null)
  .or(id)
  .nullish();

const clientMatches = (input: { role: string; clientId?: string | null }) =>
  (input.role === "client") === Boolean(input.clientId);

/** `id` is made by the form, so that sending it twice invites once. */
export const InviteInput = z
  .object({ id, email, role, clientId })
  .refine(clientMatches, { path: ["clientId"], error: "clientForRole" });

export const InvitationIdInput = z.object({ id });

export const AcceptInvitationInput = z.object({
  token: z.string("invalid").min(1, "invalid").max(100, "invalid"),
  name: text(200),
  password: NewPassword,
});

export const ChangeRoleInput = z
  .object({ userId: id, role, clientId })
  .refine(clientMatches, { path: ["clientId"], error: "clientForRole" });

export const SetStatusInput = z.object({ userId: id, status: z.enum(["active", "deactivated"], "invalid") });

const permission = z.enum(grantable, "invalid");

export const RoleInput = z.object({
  /** Made by the form, so that sending it twice makes one role. */
  id,
  name: text(60).refine((name) => !roles.some((role) => role === name.toLowerCase()), "roleNameTaken"),
  permissions: z.array(permission, "invalid").min(1, "choosePermission").max(200, "invalid"),
});

export const UpdateRoleInput = RoleInput.extend({ version: z.int("invalid") });

export const RoleIdInput = z.object({ id });

export type RoleForm = z.input<typeof RoleInput>;
export type UpdateRoleForm = z.input<typeof UpdateRoleInput>;
