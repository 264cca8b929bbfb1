import { Plus } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";

/** Leads to a new invoice, each time with an id of its own: so nothing of it is fetched before it is asked for. */
export function NewInvoiceLink({ label, clientId }: { label: string; clientId?: string }) {
  return (
    <ButtonLink
      href={clientId ? `/invoices/new?client=${clientId}` : "/invoices/new"}
      variant="primary"
      prefetch={false}
    >
      <Plus aria-hidden />
      {label}
    </ButtonLink>
  );
}
