"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { type ClientChoice, type Clients, useClientSearch } from "@/components/clients/use-client-search";
import { Combobox } from "@/components/ui/combobox";
import { FormField } from "@/components/ui/form-field";
import { Progress } from "@/components/ui/progress";

/** Who paid. The address holds the choice; the page behind it knows what that client owes. */
export function PayerField({ client, clients }: { client: ClientChoice | null; clients: Clients }) {
  const t = useTranslations("payments.form");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const { options, search } = useClientSearch(clients, client);
  return (
    <FormField label={t("client")} className="relative mb-5 sm:max-w-sm">
      {(field) => (
        <>
          <Combobox
            {...field}
            focusFirst={client === null}
            value={client?.id ?? null}
            placeholder={t("chooseClient")}
            options={options}
            onSearch={search}
            onValueChange={(id) =>
              startTransition(() => router.replace(`/payments/new?client=${id}`, { scroll: false }))
            }
          />
          {pending && <Progress value={null} className="absolute inset-x-0 -bottom-1 h-0.5" />}
        </>
      )}
    </FormField>
  );
}
