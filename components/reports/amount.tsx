import { useLocale } from "next-intl";
import { formatMoney } from "@/lib/i18n/format";

/** An amount of the books in minor units; nothing is a dash. */
export function Amount({ minor, currency }: { minor: bigint; currency: string }) {
  const locale = useLocale();
  if (minor === 0n) return <span className="text-muted-foreground">—</span>;
  return formatMoney(minor, currency, locale);
}

type Line = { baseMinor: bigint; amountMinor: bigint; currency: string };

/** The side that a posting is on; a foreign amount too small for the organization's currency still has one. */
export const sideOf = (line: Line): "debit" | "credit" =>
  (line.baseMinor || line.amountMinor) > 0n ? "debit" : "credit";

/** One side of a posting: its amount when it is on that side, with the same in its own currency below. */
export function Side({ line, side, currency }: { line: Line; side: "debit" | "credit"; currency: string }) {
  const locale = useLocale();
  if (sideOf(line) !== side) return null;
  const sign = side === "debit" ? 1n : -1n;
  return (
    <>
      {formatMoney(sign * line.baseMinor, currency, locale)}
      {line.currency !== currency && line.amountMinor !== 0n && (
        <span className="block text-xs text-muted-foreground">
          {formatMoney(sign * line.amountMinor, line.currency, locale)}
        </span>
      )}
    </>
  );
}
