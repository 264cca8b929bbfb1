import { cn } from "@/components/ui/cn";

/** The product's mark: a cheque torn from its stub, with the perforation between them. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={cn("size-6", className)}>
      <path
        d="M4.5 4h3v16h-3A2.5 2.5 0 0 1 2 17.5v-11A2.5 2.5 0 0 1 4.5 4Z"
        fill="currentColor"
        opacity="0.45"
      />
      <path d="M11.5 4h8A2.5 2.5 0 0 1 22 6.5v11a2.5 2.5 0 0 1-2.5 2.5h-8V4Z" fill="currentColor" />
      <path
        d="M9.5 4.5v15"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinecap="round"
        strokeDasharray="0.01 2.49"
      />
      <path d="M14.5 9h4.5M14.5 12.5h3" stroke="var(--card)" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}

/** Mark and name side by side. */
export function Logo({ name, className }: { name: string; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 text-foreground", className)}>
      <LogoMark className="text-primary dark:text-link" />
      <span className="text-base font-semibold tracking-tight">{name}</span>
    </span>
  );
}
