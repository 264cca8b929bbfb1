"use client";

import { Banknote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCan } from "@/components/shell/granted";
import { ButtonLink } from "@/components/ui/button-link";

/** Leads to the form for a new payment, of a client where that is known. */
export function RecordLink({ clientId, primary = false }: { clientId?: string; primary?: boolean }) {
  const t = useTranslations("payments");
  const can = useCan();
  if (!can("payment.record")) return null;
  return (
    <ButtonLink
      href={clientId ? `/payments/new?client=${clientId}` : "/payments/new"}
      variant={primary ? "primary" : "secondary"}
    >
      <Banknote aria-hidden />
      {t("record")}
    </ButtonLink>
  );
}
