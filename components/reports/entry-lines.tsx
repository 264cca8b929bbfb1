import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { JournalEntry } from "@/lib/ledger/journal";
import { ledgerHref, yearOf } from "./addresses";
import { Side, sideOf } from "./amount";

type Line = JournalEntry["lines"][number];

const link = "rounded-sm hover:text-link hover:underline";

/** The postings of one entry, with links to their accounts and to what they belong to. */
export function EntryLines({ entry, currency }: { entry: JournalEntry; currency: string }) {
  const t = useTranslations("reports.entry");
  const amounts = useTranslations("reports.amounts");
  const columns: Column<Line>[] = [
    {
      key: "account",
      header: t("account"),
      cell: (line) => (
        <Link href={ledgerHref(line.accountCode, yearOf(entry.postedOn))} className={`${link} font-medium`}>
          {line.accountName}
        </Link>
      ),
    },
    {
      key: "belongsTo",
      header: t("belongsTo"),
      className: "max-sm:text-xs",
      cell: (line) => {
        const id = line.invoiceId ?? line.creditNoteId;
        const number = line.invoiceNumber ?? line.creditNoteNumber;
        if (!id || !number) return null;
        return (
          <Link href={`/invoices/${id}`} className={link}>
            {number}
          </Link>
        );
      },
    },
    {
      key: "debit",
      header: amounts("debit"),
      align: "end",
      cell: (line) => <Side line={line} side="debit" currency={currency} />,
    },
    {
      key: "credit",
      header: amounts("credit"),
      align: "end",
      cell: (line) => <Side line={line} side="credit" currency={currency} />,
    },
  ];
  return (
    <DataTable
      caption={t("lines")}
      columns={columns}
      rows={entry.lines}
      rowKey={(line) => line.id}
      // On phones both sides stand in one column.
      rowSummary={(line) => amounts(sideOf(line))}
    />
  );
}
