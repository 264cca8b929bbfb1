"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ControlledField } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Combobox } from "@/components/ui/combobox";
import type { CreateClientForm } from "@/lib/clients/schemas";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import type { ActionResult } from "@/lib/web/action";
import { ClientDialog } from "./client-dialog";
import type { EditorClient } from "./values";

const PAUSE_MS = 150;

export type ClientActions = {
  findClient: (id: string) => Promise<ActionResult<EditorClient>>;
  searchClients: (search: string) => Promise<ActionResult<EditorClient[]>>;
  createClient: (input: CreateClientForm) => Promise<ActionResult<{ id: string; name: string }>>;
};

/** Who is invoiced: found by typing a part of the name, or created on the spot. */
export function ClientField({
  form,
  client,
  suggestions,
  currency,
  actions,
  onChoose,
}: {
  form: ActionForm<InvoiceForm>;
  client: EditorClient | null;
  /** What is offered before anything is typed. */
  suggestions: readonly EditorClient[];
  currency: string;
  actions: ClientActions;
  onChoose: (client: EditorClient) => void;
}) {
  const t = useTranslations("invoices.editor");
  const [found, setFound] = useState(suggestions);
  const [creating, setCreating] = useState<string | null>(null);
  const [query, setQuery] = useState("");
  const [answered, setAnswered] = useState("");
  const [searching, setSearching] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef("");

  const search = (text: string) => {
    asked.current = text;
    clearTimeout(timer.current);
    setQuery(text.trim());
    setSearching(text.trim() !== "");
    if (!text.trim()) return setFound(suggestions);
    timer.current = setTimeout(async () => {
      const result = await actions.searchClients(text.trim()).catch(() => null);
      // An answer to an older question is no answer.
      if (asked.current !== text) return;
      if (result?.ok) {
        setFound(result.data);
        setAnswered(text.trim());
      }
      setSearching(false);
    }, PAUSE_MS);
  };

  // Until the answer is there, rows of the question before must not be what Enter chooses.
  const known = client && !found.some((one) => one.id === client.id) ? [client, ...found] : found;
  // An answer may have been found by its tax number, which its name says nothing of.
  const options =
    query && query === answered
      ? found
      : known.filter((one) => one.name.toLowerCase().includes(query.toLowerCase()));
  const choose = (chosen: EditorClient) => {
    form.form.setValue("clientId", chosen.id, { shouldDirty: true });
    form.form.clearErrors("clientId");
    onChoose(chosen);
  };
  return (
    <>
      <ControlledField
        form={form}
        name="clientId"
        label={t("client")}
        hint={client && !client.email ? t("noEmail") : undefined}
        className="col-span-2 roomy:col-span-4"
      >
        {(field) => (
          <Combobox
            {...field}
            focusFirst={client === null}
            value={client?.id ?? null}
            placeholder={client?.name ?? t("chooseClient")}
            options={options.map((one) => ({ value: one.id, label: one.name, detail: detailOf(one) }))}
            onValueChange={(id) => {
              const chosen = options.find((one) => one.id === id);
              if (chosen) choose(chosen);
            }}
            onSearch={search}
            onCreate={searching ? undefined : setCreating}
            createLabel={(name) => (name ? t("createClientNamed", { name }) : t("createClient"))}
          />
        )}
      </ControlledField>
      <ClientDialog
        name={creating}
        currency={currency}
        create={actions.createClient}
        onClose={() => setCreating(null)}
        onCreated={(created) => {
          setCreating(null);
          choose(created);
        }}
      />
    </>
  );
}

const detailOf = (client: EditorClient) =>
  [client.email, client.city].filter(Boolean).join(" · ") || undefined;
