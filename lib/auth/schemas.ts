import { z } from "zod";
import { email } from "@/lib/core/fields";
import { over } from "@/lib/core/problem";

export const SignInInput = z.object({
  email,
  password: z.string("required").min(1, "required").max(1024, over("tooLong", 1024)),
});
