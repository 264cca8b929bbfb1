import { z } from "zod";
import { NewPassword } from "@/lib/auth/new-password";
import { email, id, text } from "@/lib/core/fields";
import { roles } from "@/lib/core/permissions";

const role = z.enum(roles, "invalid");
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
