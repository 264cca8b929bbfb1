import { z } from "zod";
import { over } from "@/lib/core/problem";

/** 12 to 1,024 characters, no composition rules (NIST SP 800-63B, 3.1.1.2). */
export const NewPassword = z.string("required").min(12, "passwordTooShort").max(1024, over("tooLong", 1024));
