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
import { may, type Role } from "@/lib/core/permissions";

/** The main navigation of staff. */
export async function staffNavigation(): Promise<NavGroup[]> {
  const t = await getTranslations("staff.nav");
  return [
    {
      items: [
        { href: "/overview", label: t("overview"), icon: <House aria-hidden /> },
        { href: "/invoices", label: t("invoices"), icon: <FileText aria-hidden /> },
        { href: "/quotes", label: t("quotes"), icon: <FileQuestion aria-hidden /> },
        { href: "/payments", label: t("payments"), icon: <Banknote aria-hidden /> },
        { href: "/clients", label: t("clients"), icon: <Users aria-hidden /> },
        { href: "/reports", label: t("reports"), icon: <ChartColumn aria-hidden /> },
        { href: "/settings", label: t("settings"), icon: <Settings aria-hidden /> },
      ],
    },
  ];
}

/** The command palette of staff: what the role may do and see. */
export async function staffCommands(role: Role): Promise<CommandGroup[]> {
  const [t, nav] = await Promise.all([getTranslations("staff.palette"), staffNavigation()]);
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
  return [
    {
      heading: t("create"),
      items: [
        {
          href: "/invoices/new",
          label: t("newInvoice"),
          keywords: t("newInvoiceKeywords").split(" "),
          icon: <Plus aria-hidden />,
          shortcut: "c",
        },
        {
          href: "/invoices/new?kind=quote",
          label: t("newQuote"),
          keywords: t("newQuoteKeywords").split(" "),
          icon: <Plus aria-hidden />,
        },
        {
          href: "/payments/new",
          label: t("recordPayment"),
          keywords: t("recordPaymentKeywords").split(" "),
          icon: <Banknote aria-hidden />,
        },
        {
          href: "/clients/new",
          label: t("newClient"),
          keywords: t("newClientKeywords").split(" "),
          icon: <Building2 aria-hidden />,
        },
      ],
    },
    {
      heading: t("goTo"),
      items: [...pages, ...further.filter((page) => may(role, page.permission))],
    },
  ];
}
