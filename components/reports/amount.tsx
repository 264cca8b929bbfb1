import { useLocale } from "next-intl";
import { formatMoney } from "@/lib/i18n/format";

/** An amount of the books in minor units; nothing is a dash. */
export function Amount({ minor, currency }: { minor: bigint; currency: string }) {
  const locale = useLocale();
  if (minor === 0n) return <span className="text-muted-foreground">—</span>;
  return formatMoney(minor, currency, locale);
}

/** One side of a posting: its amount when it is on that side, with the same in its own currency below. */
export function Side({
  line,
  side,
  currency,
}: {
  line: { baseMinor: bigint; amountMinor: bigint; currency: string };
  side: "debit" | "credit";
  currency: string;
}) {
  const locale = useLocale();
  const sign = side === "debit" ? 1n : -1n;
  const isHere = sign * (line.baseMinor || line.amountMinor) > 0n;
  if (!isHere) return null;
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
