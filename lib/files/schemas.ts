import { z } from "zod";
import { id } from "@/lib/core/fields";
import { AcceptedFile } from "./accept";

const file = z.instanceof(AcceptedFile, { error: "invalid" });

export const SetLogoInput = z.object({ file });
export const AttachInput = z.object({ invoiceId: id, file });
