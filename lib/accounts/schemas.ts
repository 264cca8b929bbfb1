import { z } from "zod";
import { NewPassword } from "@/lib/auth/new-password";
import { email, id, text } from "@/lib/core/fields";
import { over } from "@/lib/core/problem";

const token = z.string("invalid").min(1, "invalid").max(100, "invalid");
const presentPassword = z.string("required").min(1, "required").max(1024, over("tooLong", 1024));

export const RequestResetInput = z.object({ email });
export const ResetPasswordInput = z.object({ token, password: NewPassword });

export const RenameInput = z.object({ name: text(200) });
export const ChangePasswordInput = z.object({ current: presentPassword, password: NewPassword });
export const ChangeEmailInput = z.object({ email, current: presentPassword });

export const EmailChangeTokenInput = z.object({ token });
export const SessionIdInput = z.object({ id });
