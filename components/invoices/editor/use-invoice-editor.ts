"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useActionForm } from "@/components/forms/use-action-form";
import { toast } from "@/components/ui/toast";
import type { DocumentKind } from "@/lib/core/status";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import type { ActionResult } from "@/lib/web/action";
import { atTypedLines, TypedInvoice } from "./typed-invoice";
import { dropCopy } from "./unsaved-copies";
import { useUnsavedCopy } from "./use-unsaved-copy";
import { withoutBlankLines } from "./values";

/** Refusals that a newer version of the document explains. */
const OUTDATED = ["changedElsewhere", "frozen"];

/** What pressing a button asks for. */
export type Intent = { kind: "save" } | { kind: "issue"; send: boolean; message: string };

export type SaveActions = {
  save: (input: unknown) => Promise<ActionResult<{ id: string; version: number }>>;
  issue: (input: unknown) => Promise<ActionResult<{ id: string; number: string }>>;
};

type Outcome = { sent: InvoiceForm } & (
  | { kind: "saved"; version: number }
  | { kind: "issued"; number: string; send: boolean }
);

/** The form of an invoice with its version: saving, finalizing, and what is kept in the meantime. */
export function useInvoiceEditor({
  id,
  kind,
  loadedVersion,
  values,
  actions,
}: {
  id: string;
  kind: DocumentKind;
  /** Null until it is saved for the first time. */
  loadedVersion: number | null;
  values: InvoiceForm;
  actions: SaveActions;
}) {
  const t = useTranslations("invoices.editor");
  const router = useRouter();
  const [version, setVersion] = useState(loadedVersion);
  const [outdated, setOutdated] = useState(false);
  const intent = useRef<Intent>({ kind: "save" });

  const send = async (typed: InvoiceForm): Promise<ActionResult<Outcome>> => {
    const sent = structuredClone(typed);
    const input = { ...withoutBlankLines(sent), id, version, kind };
    const asked = intent.current;
    const result: ActionResult<Outcome> =
      asked.kind === "save"
        ? withOutcome(await actions.save(input), ({ version }) => ({ kind: "saved", version, sent }))
        : withOutcome(
            await actions.issue({ ...input, send: asked.send, message: asked.message }),
            ({ number }) => ({ kind: "issued", number, send: asked.send, sent }),
          );
    setOutdated(!result.ok && OUTDATED.includes(result.error.key));
    return atTypedLines(result, typed);
  };

  const form = useActionForm<InvoiceForm, Outcome>({
    schema: TypedInvoice,
    action: send,
    defaultValues: values,
    onSuccess: (outcome) => {
      unsaved.markSaved(outcome.sent);
      if (outcome.kind === "saved") {
        setVersion(outcome.version);
        toast.success(t("saved"));
        if (version === null) router.replace(`/invoices/${id}/edit`, { scroll: false });
        return;
      }
      dropCopy(id);
      toast.success(t(outcome.send ? "sent" : "finalized", { number: outcome.number }));
      router.push(`/invoices/${id}`);
    },
  });
  const unsaved = useUnsavedCopy(form.form, id, version);
  const submit = (next: Intent) => {
    intent.current = next;
    form.submit();
  };
  return { form, submit, version, outdated, unsaved };
}

function withOutcome<T>(result: ActionResult<T>, map: (data: T) => Outcome): ActionResult<Outcome> {
  return result.ok ? { ok: true, data: map(result.data) } : result;
}
