"use client";

import { Eye, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { DocumentKind } from "@/lib/core/status";

export type EditorView = "edit" | "preview";

/** The top of the editor, always in reach: where it is, whether it is saved, and what can be done. */
export function EditorBar({
  kind,
  isNew,
  dirty,
  pending,
  view,
  onView,
  onSave,
  onIssue,
}: {
  kind: DocumentKind;
  isNew: boolean;
  dirty: boolean;
  pending: boolean;
  view: EditorView;
  onView: (view: EditorView) => void;
  onSave: () => void;
  onIssue: (mode: "finalize" | "send") => void;
}) {
  const t = useTranslations("invoices");
  const quotes = useTranslations("quotes");
  const state = dirty ? t("editor.unsavedState") : isNew ? "" : t("editor.savedState");
  return (
    <header className="sticky top-(--sticky-top,0px) z-20 -mx-4 mb-4 flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-b border-border bg-background px-4 py-3 sm:-mx-6 sm:px-6 lg:-mx-8 lg:-mt-3 lg:px-8">
      <div className="min-w-0">
        <Breadcrumbs
          items={[
            kind === "quote"
              ? { href: "/quotes", label: quotes("title") }
              : { href: "/invoices", label: t("title") },
          ]}
        />
        <div className="flex items-baseline gap-3">
          <h1 className="text-xl font-semibold tracking-tight">{t(`editor.${titleKey(kind, isNew)}`)}</h1>
          <span role="status" className="text-sm text-muted-foreground">
            {state}
          </span>
        </div>
      </div>
      <ViewSwitch view={view} onView={onView} />
      <div className="flex flex-wrap items-center gap-2 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:border-t max-sm:border-border max-sm:bg-background max-sm:px-4 max-sm:py-2.5 max-sm:*:flex-1">
        <Button pending={pending} onClick={onSave}>
          {t("editor.save")}
        </Button>
        <Button pending={pending} onClick={() => onIssue("finalize")}>
          {t("editor.finalize")}
        </Button>
        <Button variant="primary" pending={pending} onClick={() => onIssue("send")}>
          {t("editor.send")}
        </Button>
      </div>
    </header>
  );
}

function titleKey(kind: DocumentKind, isNew: boolean) {
  if (kind === "credit_note") return "creditNoteTitle";
  if (kind === "quote") return isNew ? "quoteTitles.new" : "quoteTitles.edit";
  return isNew ? "newTitle" : "editTitle";
}

/** Form or document, where there is no room for both. */
function ViewSwitch({ view, onView }: { view: EditorView; onView: (view: EditorView) => void }) {
  const t = useTranslations("invoices.editor");
  const choices = [
    { key: "edit", icon: <Pencil aria-hidden /> },
    { key: "preview", icon: <Eye aria-hidden /> },
  ] as const;
  return (
    <fieldset className="inline-flex rounded-md bg-muted p-0.5 xl:hidden">
      <legend className="sr-only">{t("view")}</legend>
      {choices.map(({ key, icon }) => (
        <Button
          key={key}
          variant="ghost"
          size="sm"
          aria-pressed={view === key}
          onClick={() => onView(key)}
          className={cn(
            "text-muted-foreground",
            view === key && "bg-card text-foreground shadow-raised hover:bg-card",
          )}
        >
          {icon}
          {t(key)}
        </Button>
      ))}
    </fieldset>
  );
}
