import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge";
import { cn } from "./cn";

const looks = {
  neutral: { icon: Info, className: "border-border bg-muted text-foreground" },
  info: { icon: Info, className: "border-info/25 bg-info-soft text-info-text" },
  success: { icon: CircleCheck, className: "border-success/25 bg-success-soft text-success-text" },
  warning: { icon: TriangleAlert, className: "border-warning/35 bg-warning-soft text-warning-text" },
  danger: { icon: CircleAlert, className: "border-danger/25 bg-danger-soft text-danger-text" },
} as const;

/** A message inside the page. Danger and warning are announced at once when they appear. */
export function Alert({
  tone = "info",
  title,
  actions,
  className,
  children,
}: {
  tone?: Tone;
  title?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}) {
  const { icon: Icon, className: look } = looks[tone];
  return (
    <div
      role={tone === "danger" || tone === "warning" ? "alert" : "status"}
      className={cn("flex gap-2.5 rounded-lg border px-3.5 py-2.5 text-sm", look, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={cn("text-pretty", title && "mt-0.5 opacity-90")}>{children}</div>}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
    </div>
  );
}
