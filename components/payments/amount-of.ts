import { isDecimal } from "@/lib/core/decimal";
import { toMinor } from "@/lib/core/money";

/** Minor units of an amount while it is being typed; nothing while it is none. */
export function amountOf(text: string | null | undefined, currency: string): bigint {
  if (!text || !isDecimal(text)) return 0n;
  try {
    return toMinor(text, currency);
  } catch {
    return 0n;
  }
}
