"use client";

import { Plus } from "lucide-react";
import { useCan } from "@/components/shell/granted";
import { ButtonLink } from "@/components/ui/button-link";

/** Leads to a new invoice or quote, each time with an id of its own: so nothing of it is fetched before it is asked for. */
export function NewInvoiceLink({
  label,
  clientId,
  kind,
}: {
  label: string;
  clientId?: string;
  kind?: "quote";
}) {
  const can = useCan();
  if (!can("invoice.write")) return null;
  const query = new URLSearchParams({ ...(clientId && { client: clientId }), ...(kind && { kind }) });
  return (
    <ButtonLink
      href={query.size > 0 ? `/invoices/new?${query}` : "/invoices/new"}
      variant="primary"
      prefetch={false}
    >
      <Plus aria-hidden />
      {label}
    </ButtonLink>
  );
}
