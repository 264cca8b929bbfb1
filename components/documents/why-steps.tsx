import { useTranslations } from "next-intl";
import { sum } from "@/lib/core/money";
import { taxLabelOf } from "@/lib/documents/parts";
import { taxRowKey } from "@/lib/documents/totals";
import type { Why } from "@/lib/documents/why";
import { WhyAddends } from "./why-addends";
import { Block, Formula, Section } from "./why-block";
import { useWhyWords } from "./why-words";

/** From quantity × price to what is payable, each rounding in sight; the block that was pointed at stands out. */
export function WhySteps({ why, at }: { why: Why; at: string }) {
  const t = useTranslations("why");
  const { derivation: steps, locale } = why;
  const words = useWhyWords(why);
  const { money, exactly, valued } = words;
  const taxes = [
    ...steps.taxes.map((tax) => ({ ...tax, kind: "vat" as const, name: "" })),
    ...steps.compounds.map((tax) => ({ ...tax, kind: "compound" as const, category: null })),
    ...steps.withholdings.map((tax) => ({ ...tax, kind: "withholding" as const, category: null })),
  ].map((tax) => ({ ...tax, key: taxRowKey(tax) }));
  const block = (key: string) => ({ pointed: key === at });
  return (
    <div className="flex flex-col gap-6 text-sm">
      <Section title={t("lines")}>
        {steps.lines.map(({ quantity, unitPrice, gross, discount, amountMinor }, index) => (
          <Block
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and none moves.
            key={index}
            {...block(`line ${index}`)}
            name={words.line(index)}
            amount={money(amountMinor)}
          >
            <Formula>{exactly(words.product(quantity, unitPrice), gross)}</Formula>
            {discount && <Formula>{t("less", { step: valued(discount) })}</Formula>}
          </Block>
        ))}
        {steps.adjustments.length > 0 && (
          <Block
            {...block("lines")}
            name={t("linesSum")}
            amount={money(sum(steps.lines.map((line) => line.amountMinor)))}
          />
        )}
      </Section>
      {steps.adjustments.length > 0 && (
        <Section title={t("adjustments")}>
          {steps.adjustments.map(({ kind, amount, parts }, index) => (
            <Block
              // biome-ignore lint/suspicious/noArrayIndexKey: an adjustment has no other name, and none moves.
              key={index}
              {...block(`adjustment ${index}`)}
              name={words.adjustment(index)}
              amount={money(kind === "discount" ? -amount.minor : amount.minor)}
            >
              <Formula>{valued(amount)}</Formula>
              {parts.length > 1 &&
                parts.map(({ tax, amountMinor }) => (
                  <Formula key={words.tax(tax)}>
                    {t("part", { tax: words.tax(tax), amount: money(amountMinor) })}
                  </Formula>
                ))}
            </Block>
          ))}
        </Section>
      )}
      <Section title={t("taxes")}>
        {taxes.map(({ key, kind, name, ratePpm, of, tax, baseMinor }) => (
          <Block
            key={key}
            {...block(key)}
            name={why.taxNames[key] ?? taxLabelOf({ name, ratePpm }, locale)}
            amount={money(kind === "withholding" ? -tax.minor : tax.minor)}
          >
            <WhyAddends why={why} sum={of} />
            <Formula>
              {exactly(
                t(steps.pricesIncludeTax && kind !== "withholding" ? "within" : "share", {
                  percent: words.percent(ratePpm),
                  amount: money(of.minor),
                }),
                tax,
              )}
            </Formula>
            {baseMinor !== of.minor && <Formula>{t("base", { amount: money(baseMinor) })}</Formula>}
          </Block>
        ))}
      </Section>
      <Section title={t("sums")}>
        {(["subtotal", "tax", "total", "payable"] as const).map((key) => (
          <Block key={key} {...block(key)} name={t(`sum.${key}`)} amount={money(steps[key].minor)}>
            {steps[key].addends.length > 1 && <WhyAddends why={why} sum={steps[key]} />}
          </Block>
        ))}
      </Section>
    </div>
  );
}
