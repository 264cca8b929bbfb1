import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { StatementView } from "@/lib/documents/statement/view";

const cell = "border-t border-border px-3 py-2 align-top first:pl-4 last:pr-4 sm:first:pl-5 sm:last:pr-5";
const figure = `${cell} text-right whitespace-nowrap tabular-nums`;

/** One currency of a statement: opening balance, movements, closing balance. On phones charge and payment share a column. */
export function StatementTable({ section }: { section: StatementView["sections"][number] }) {
  const t = useTranslations("statement");
  return (
    <Card className="overflow-hidden">
      <table className="w-full text-sm">
        <caption className="sr-only">{t("currency", { currency: section.currency })}</caption>
        <thead>
          <tr className="text-xs text-muted-foreground [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium sm:[&>th:first-child]:pl-5 sm:[&>th:last-child]:pr-5">
            <th scope="col" className="text-left">
              {t("date")}
            </th>
            <th scope="col" className="w-full text-left">
              {t("what")}
            </th>
            <th scope="col" className="text-right max-sm:hidden">
              {t("charge")}
            </th>
            <th scope="col" className="text-right max-sm:hidden">
              {t("payment")}
            </th>
            <th scope="col" className="text-right">
              {t("balance")}
            </th>
          </tr>
        </thead>
        <tbody>
          <Balance label={t("opening")} amount={section.opening} />
          {section.rows.map((row) => (
            <tr key={row.id}>
              <td className={`${cell} whitespace-nowrap text-muted-foreground tabular-nums`}>{row.date}</td>
              <td className={cell}>
                {row.text}{" "}
                {row.invoiceId ? (
                  <Link
                    href={`/invoices/${row.invoiceId}`}
                    className="rounded-sm font-medium whitespace-nowrap hover:underline"
                  >
                    {row.reference}
                  </Link>
                ) : (
                  <bdi className="text-muted-foreground">{row.reference}</bdi>
                )}
                <span className="block text-xs text-muted-foreground tabular-nums sm:hidden">
                  {row.charge || (row.payment && `−${row.payment}`)}
                </span>
              </td>
              <td className={`${figure} max-sm:hidden`}>{row.charge}</td>
              <td className={`${figure} max-sm:hidden`}>{row.payment}</td>
              <td className={figure}>{row.balance}</td>
            </tr>
          ))}
          {section.rows.length === 0 && (
            <tr>
              <td colSpan={5} className={`${cell} text-muted-foreground`}>
                {t("none")}
              </td>
            </tr>
          )}
          <Balance label={t("closing")} amount={section.closing} />
        </tbody>
      </table>
    </Card>
  );
}

function Balance({ label, amount }: { label: string; amount: string }) {
  return (
    <tr className="bg-muted/50 font-medium">
      <td className={cell} />
      <td className={cell}>{label}</td>
      <td className={`${cell} max-sm:hidden`} />
      <td className={`${cell} max-sm:hidden`} />
      <td className={figure}>{amount}</td>
    </tr>
  );
}
