import { z } from "zod";
import { email } from "@/lib/core/fields";

export const SignInInput = z.object({
  email,
  password: z.string("required").min(1, "required").max(1024, "tooLong"),
});
