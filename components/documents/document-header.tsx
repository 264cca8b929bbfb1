import { documentFacts, recipientLabelOf, titleOf } from "@/lib/documents/facts";
import type { DocumentLabels } from "@/lib/documents/labels";
import { drawnSize } from "@/lib/documents/logo";
import type { DocumentParty, DocumentView } from "@/lib/documents/types";

/** Who sends what to whom, when it is due, and how much it is. */
export function DocumentHeader({ view, labels }: { view: DocumentView; labels: DocumentLabels }) {
  const facts = documentFacts(view, labels);
  return (
    <header>
      <div className="flex flex-col-reverse justify-between gap-6 @lg:flex-row">
        <div className="min-w-0">
          {view.logo && (
            // biome-ignore lint/performance/noImgElement: the image optimizer is closed.
            <img src={view.logo.src} alt="" {...drawnSize(view.logo)} className="mb-3 max-w-full" />
          )}
          <Party party={view.seller} labels={labels} heading />
        </div>
        <div className="shrink-0 @lg:text-right">
          <p className="text-2xl leading-none font-semibold tracking-tight">{titleOf(view, labels)}</p>
          <p className="mt-2 text-paper-muted tabular-nums">{view.number ?? labels.draft}</p>
          {view.statusLabel && (
            <p className="mt-2 inline-block rounded border border-paper-muted/60 px-2 py-0.5 text-xs font-medium">
              {view.statusLabel}
            </p>
          )}
        </div>
      </div>
      <div className="mt-9 flex flex-col justify-between gap-6 @lg:flex-row">
        <section className="min-w-0">
          <h3 className="mb-1 text-xs font-medium text-paper-muted">{recipientLabelOf(view, labels)}</h3>
          {view.buyer ? <Party party={view.buyer} labels={labels} /> : <p className="text-paper-muted">—</p>}
        </section>
        <dl className="grid h-fit shrink-0 grid-cols-[auto_1fr] gap-x-8 gap-y-1.5 @lg:text-right">
          {facts.map((fact) => (
            <div key={fact.label} className="contents">
              <dt className="text-left text-paper-muted">{fact.label}</dt>
              <dd className={fact.strong ? "font-semibold tabular-nums" : "tabular-nums"}>{fact.value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </header>
  );
}

function Party({
  party,
  labels,
  heading,
}: {
  party: DocumentParty;
  labels: DocumentLabels;
  heading?: boolean;
}) {
  const lines = [
    ...party.addressLines,
    party.email,
    party.taxNumber && `${labels.taxNumber} ${party.taxNumber}`,
  ].filter(Boolean);
  return (
    <div className="min-w-0">
      <p dir="auto" className={heading ? "text-lg font-semibold break-words" : "font-medium break-words"}>
        {party.name}
      </p>
      <p dir="auto" className="mt-0.5 break-words whitespace-pre-line text-paper-muted">
        {lines.join("\n")}
      </p>
    </div>
  );
}
