import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge";
import { cn } from "./cn";

export type TimelineItem = {
  id: string;
  icon: LucideIcon;
  tone?: Tone;
  title: ReactNode;
  /** When: usually a `RelativeTime`. */
  time: ReactNode;
  body?: ReactNode;
};

const tones: Record<Tone, string> = {
  neutral: "text-muted-foreground",
  info: "text-info-text",
  success: "text-success-text",
  warning: "text-warning-text",
  danger: "text-danger-text",
};

/** What happened, in order, along a line. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="text-sm">
      {items.map(({ id, icon: Icon, tone = "neutral", title, time, body }) => (
        <li key={id} className="group relative flex gap-3 pb-4 last:pb-0">
          <span aria-hidden className="absolute top-7 bottom-0 left-3 w-px bg-border group-last:hidden" />
          <span
            className={cn(
              "relative flex size-6 shrink-0 items-center justify-center rounded-full border border-border bg-card",
              tones[tone],
            )}
          >
            <Icon aria-hidden className="size-3.5" />
          </span>
          <div className="min-w-0 flex-1 pt-0.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <p className="min-w-0 break-words">{title}</p>
              <span className="text-xs text-muted-foreground">{time}</span>
            </div>
            {body && <div className="mt-0.5 break-words text-muted-foreground">{body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
