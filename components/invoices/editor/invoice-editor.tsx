"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { WhyProvider } from "@/components/documents/why-amount";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { isDialogOpen } from "@/components/ui/hotkeys";
import { Textarea } from "@/components/ui/textarea";
import { whyOf } from "@/lib/documents/why";
import { formatMoney } from "@/lib/i18n/format";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import type { ClientActions } from "./client-field";
import { CreditCard } from "./credit-card";
import { typedAmounts, typedSource } from "./draft-view";
import { EditorBar, type EditorView } from "./editor-bar";
import type { FetchRate } from "./exchange-field";
import { HeadCard } from "./head-card";
import { IssueDialog } from "./issue-dialog";
import { LinesCard } from "./lines-card";
import { PreviewPane } from "./preview-pane";
import { dropCopy } from "./unsaved-copies";
import { UnsavedNotice } from "./unsaved-notice";
import { type SaveActions, useInvoiceEditor } from "./use-invoice-editor";
import { useReady } from "./use-ready";
import { type EditorClient, type EditorSetting, emptyLine } from "./values";

/** Writes an invoice: the form at the left, the document it becomes at the right. */
export function InvoiceEditor({
  id,
  version: loadedVersion,
  values,
  client: loadedClient,
  suggestions,
  setting,
  actions,
  attachments,
  restore = false,
}: {
  id: string;
  /** Null for an invoice that was never saved. */
  version: number | null;
  values: InvoiceForm;
  client: EditorClient | null;
  suggestions: readonly EditorClient[];
  setting: EditorSetting;
  actions: SaveActions & ClientActions & { fetchRate: FetchRate };
  /** The card of its files, which are kept at once and not with the form. */
  attachments: ReactNode;
  /** Puts back what was typed and not saved, without asking again. */
  restore?: boolean;
}) {
  const t = useTranslations("invoices.editor");
  const locale = useLocale();
  const router = useRouter();
  const [client, setClient] = useState(loadedClient);
  const [view, setView] = useState<EditorView>("edit");
  const [asking, setAsking] = useState<"finalize" | "send" | null>(null);
  const editor = useInvoiceEditor({ id, kind: setting.kind, loadedVersion, values, actions });
  const { form, submit, version, outdated, unsaved } = editor;
  const { getValues, reset, control } = form.form;
  const ready = useReady(form, setting);

  const put = async (typed: InvoiceForm) => {
    reset({ ...typed, lines: typed.lines.length > 0 ? typed.lines : [emptyLine(setting)] });
    unsaved.forget();
    const known = [...suggestions, ...(client ? [client] : [])].find((one) => one.id === typed.clientId);
    setClient(known ?? null);
    if (known || !typed.clientId) return;
    const found = await actions.findClient(typed.clientId);
    if (found.ok) setClient(found.data);
  };
  const putRef = useRef(put);
  putRef.current = put;
  useEffect(() => {
    if (restore && unsaved.found?.id === id) void putRef.current(unsaved.found.values);
  }, [restore, unsaved.found, id]);

  const save = useRef(() => {});
  save.current = () => submit({ kind: "save" });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || isDialogOpen()) return;
      event.preventDefault();
      save.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  // A refusal is shown on the page, below the dialog.
  const { pending } = form;
  const wasPending = useRef(false);
  useEffect(() => {
    if (wasPending.current && !pending) setAsking(null);
    wasPending.current = pending;
  }, [pending]);

  const total = () => {
    const { payableMinor, currency } = typedAmounts(getValues(), setting);
    return formatMoney(payableMinor, currency, locale);
  };
  return (
    // Wider than other pages: two sheets stand side by side.
    <div className="xl:mx-[calc((100%-min(100vw-20rem,92rem))/2)]">
      <EditorBar
        kind={setting.kind}
        isNew={version === null}
        dirty={unsaved.dirty}
        pending={pending}
        view={view}
        onView={setView}
        onSave={() => submit({ kind: "save" })}
        onIssue={async (mode) => {
          setView("edit");
          if (await ready()) setAsking(mode);
        }}
      />
      <div className="flex flex-col gap-3 empty:hidden [&:not(:empty)]:mb-4">
        {unsaved.found && !restore && (
          <UnsavedNotice
            copy={unsaved.found}
            id={id}
            version={version}
            onRestore={() => {
              if (!unsaved.found) return;
              if (unsaved.found.id === id) void put(unsaved.found.values);
              else router.replace(`/invoices/${unsaved.found.id}/edit?new=1&restore=1`);
            }}
            onDiscard={() => {
              if (unsaved.found) dropCopy(unsaved.found.id);
              unsaved.forget();
            }}
          />
        )}
        {form.message && (
          <Alert
            tone="danger"
            actions={
              outdated && (
                <a
                  href={`/invoices/${id}`}
                  target="_blank"
                  rel="noreferrer"
                  className="font-medium underline"
                >
                  {t("openCurrent")}
                </a>
              )
            }
          >
            {form.message}
          </Alert>
        )}
      </div>
      <WhyProvider find={() => whyOf(typedSource(getValues(), setting), locale)}>
        <div className="grid items-start gap-5 max-sm:pb-16 xl:grid-cols-[minmax(0,1.06fr)_minmax(0,1fr)]">
          <div className={cn("flex min-w-0 flex-col gap-5", view === "preview" && "max-xl:hidden")}>
            <ActionForm form={form}>
              {setting.kind === "credit_note" ? (
                <CreditCard form={form} client={client} setting={setting} />
              ) : (
                <HeadCard
                  form={form}
                  client={client}
                  suggestions={suggestions}
                  setting={setting}
                  actions={actions}
                  onChoose={setClient}
                />
              )}
              <LinesCard form={form} setting={setting} />
              <Card>
                <CardContent>
                  <Field form={form} name="notes" label={t("notes")} hint={t("notesHint")} optional>
                    {(field) => <Textarea {...field} dir="auto" />}
                  </Field>
                </CardContent>
              </Card>
            </ActionForm>
            {attachments}
          </div>
          <aside
            aria-label={t("preview")}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long document must be scrollable by keyboard.
            tabIndex={0}
            className={cn(
              "min-w-0 xl:sticky xl:top-24 xl:max-h-[calc(100dvh-7rem)] xl:overflow-y-auto xl:rounded-sm",
              view === "edit" && "max-xl:hidden",
            )}
          >
            <PreviewPane control={control} client={client} setting={setting} />
          </aside>
        </div>
      </WhyProvider>
      <IssueDialog
        kind={setting.kind}
        mode={asking}
        client={client}
        total={asking ? total() : ""}
        pending={pending}
        onClose={() => setAsking(null)}
        onConfirm={(message) => submit({ kind: "issue", send: asking === "send", message })}
      />
    </div>
  );
}
