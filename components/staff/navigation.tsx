import {
  Banknote,
  BookOpenText,
  Building2,
  CalendarCheck,
  ChartColumn,
  FileQuestion,
  FileText,
  House,
  Plus,
  Scale,
  ScrollText,
  Settings,
  UserCog,
  Users,
  Wrench,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { NavGroup } from "@/components/shell/nav";
import type { CommandGroup } from "@/components/ui/command-palette-items";
import type { Permission } from "@/lib/core/permissions";
import { placesFor } from "./places";

const icons = {
  overview: <House aria-hidden />,
  invoices: <FileText aria-hidden />,
  quotes: <FileQuestion aria-hidden />,
  payments: <Banknote aria-hidden />,
  clients: <Users aria-hidden />,
  reports: <ChartColumn aria-hidden />,
  settings: <Settings aria-hidden />,
};

type Can = (permission: Permission) => boolean;

/** The main navigation of staff: where they may go. */
export async function staffNavigation(can: Can): Promise<NavGroup[]> {
  const t = await getTranslations("staff.nav");
  return [{ items: placesFor(can).map(({ href, key }) => ({ href, label: t(key), icon: icons[key] })) }];
}

/** The command palette of staff: what they may do and see. */
export async function staffCommands(can: Can): Promise<CommandGroup[]> {
  const [t, nav] = await Promise.all([getTranslations("staff.palette"), staffNavigation(can)]);
  const pages = nav.flatMap((group) => group.items).map(({ href, label, icon }) => ({ href, label, icon }));
  const further = [
    {
      permission: "books.read",
      href: "/reports/trial-balance",
      label: t("trialBalance"),
      icon: <Scale aria-hidden />,
    },
    {
      permission: "books.read",
      href: "/reports/journal",
      label: t("journal"),
      icon: <BookOpenText aria-hidden />,
    },
    {
      permission: "books.read",
      href: "/reports/close",
      label: t("close"),
      icon: <CalendarCheck aria-hidden />,
    },
    { permission: "user.read", href: "/settings/users", label: t("users"), icon: <UserCog aria-hidden /> },
    { permission: "job.read", href: "/settings/work", label: t("work"), icon: <Wrench aria-hidden /> },
    {
      permission: "audit.read",
      href: "/settings/audit",
      label: t("audit"),
      icon: <ScrollText aria-hidden />,
    },
  ] as const;
  const create = [
    {
      permission: "invoice.write",
      href: "/invoices/new",
      label: t("newInvoice"),
      keywords: t("newInvoiceKeywords").split(" "),
      icon: <Plus aria-hidden />,
      shortcut: "c",
    },
    {
      permission: "invoice.write",
      href: "/invoices/new?kind=quote",
      label: t("newQuote"),
      keywords: t("newQuoteKeywords").split(" "),
      icon: <Plus aria-hidden />,
    },
    {
      permission: "payment.record",
      href: "/payments/new",
      label: t("recordPayment"),
      keywords: t("recordPaymentKeywords").split(" "),
      icon: <Banknote aria-hidden />,
    },
    {
      permission: "client.write",
      href: "/clients/new",
      label: t("newClient"),
      keywords: t("newClientKeywords").split(" "),
      icon: <Building2 aria-hidden />,
    },
  ] as const;
  const allowed = <Item extends { permission: Permission }>(items: readonly Item[]) =>
    items.filter((item) => can(item.permission)).map(({ permission: _, ...item }) => item);
  const created = allowed<(typeof create)[number]>(create);
  return [
    ...(created.length > 0 ? [{ heading: t("create"), items: created }] : []),
    { heading: t("goTo"), items: [...pages, ...allowed<(typeof further)[number]>(further)] },
  ];
}
