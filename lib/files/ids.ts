import { z } from "zod";
import { id } from "@/lib/core/fields";

export const FileIdInput = z.object({ id });
