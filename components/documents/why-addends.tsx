import { useTranslations } from "next-intl";
import type { Sum } from "@/lib/core/derivation";
import { sum as sumOf } from "@/lib/core/money";
import type { Addend } from "@/lib/core/tax-working";
import type { Why } from "@/lib/documents/why";
import { useWhyWords } from "./why-words";

/** More lines than these fold into one row. */
const FEW = 6;

/** What is added up, one under the other, and what it comes to. */
export function WhyAddends({ why, sum }: { why: Why; sum: Sum }) {
  const t = useTranslations("why");
  const { money, addend } = useWhyWords(why);
  const lines = sum.addends.filter((one) => one.of === "line");
  const folds = lines.length > FEW;
  const rows = (addends: readonly Addend[]) =>
    addends.map((one, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two may be equal in all, and none moves.
      <Row key={index} label={addend(one)} amount={money(one.minor)} />
    ));
  return (
    <div className="my-1 flex flex-col gap-0.5 text-muted-foreground">
      {folds && (
        <details>
          <summary className="flex cursor-pointer justify-between gap-4 rounded-sm">
            <span className="underline decoration-dotted underline-offset-4">
              {t("folded", { count: lines.length })}
            </span>
            <span className="whitespace-nowrap">{money(sumOf(lines.map((one) => one.minor)))}</span>
          </summary>
          <div className="my-1 flex flex-col gap-0.5 border-l border-border pl-3">{rows(lines)}</div>
        </details>
      )}
      {rows(folds ? sum.addends.filter((one) => one.of !== "line") : sum.addends)}
      {sum.addends.length > 1 && (
        <div className="flex justify-end">
          <span className="border-t border-border pt-0.5 pl-6 text-foreground">{money(sum.minor)}</span>
        </div>
      )}
    </div>
  );
}

function Row({ label, amount }: { label: string; amount: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <bdi className="min-w-0 [overflow-wrap:anywhere]">{label}</bdi>
      <span className="whitespace-nowrap">{amount}</span>
    </div>
  );
}
