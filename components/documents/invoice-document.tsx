import type { CSSProperties } from "react";
import { titleOf } from "@/lib/documents/facts";
import type { DocumentLabels } from "@/lib/documents/labels";
import type { DocumentView } from "@/lib/documents/types";
import { DocumentHeader } from "./document-header";
import { DocumentLines } from "./document-lines";
import { DocumentPlan } from "./document-plan";
import { DocumentTotals } from "./document-totals";

/**
 * An invoice as a sheet of A4 paper: light in both themes, and laid out by its own width, so that it fits
 * a phone, a preview beside a form, and a desk. Nothing here computes; it prints what the view says.
 */
export function InvoiceDocument({ view, labels }: { view: DocumentView; labels: DocumentLabels }) {
  const notes = [
    { label: labels.notes, text: view.notes },
    { label: labels.payment, text: view.paymentInstructions },
  ].filter((part) => part.text?.trim());

  return (
    <div className="@container w-full scheme-light">
      <article
        lang={view.locale}
        aria-label={`${titleOf(view, labels)} ${view.number ?? labels.draft}`}
        style={{ "--document-accent": view.accentColor } as CSSProperties}
        className="mx-auto flex w-full max-w-[52rem] flex-col overflow-hidden rounded-sm bg-paper text-sm text-paper-ink shadow-paper print:shadow-none @2xl:min-h-[min(141.4cqi,73.5rem)]"
      >
        <div aria-hidden className="h-1.5 bg-(--document-accent,var(--color-paper-ink))" />
        <div className="flex flex-1 flex-col px-5 py-7 @md:px-8 @md:py-9 @2xl:px-14 @2xl:py-12">
          <DocumentHeader view={view} labels={labels} />
          <DocumentLines view={view} labels={labels} />
          <DocumentTotals view={view} labels={labels} />
          <DocumentPlan view={view} labels={labels} />
          {notes.length > 0 && (
            // The stub that one tears off: the perforation is the product's own mark.
            <footer className="mt-auto pt-12">
              <div className="grid gap-6 border-t border-dashed border-paper-muted/50 pt-6 @lg:grid-cols-2">
                {notes.map((part) => (
                  <section key={part.label} className="min-w-0">
                    <h3 className="text-xs font-medium text-paper-muted">{part.label}</h3>
                    <p dir="auto" className="mt-1 break-words whitespace-pre-line text-paper-ink">
                      {part.text}
                    </p>
                  </section>
                ))}
              </div>
            </footer>
          )}
        </div>
      </article>
    </div>
  );
}
