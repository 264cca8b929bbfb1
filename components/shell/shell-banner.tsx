import type { ReactNode } from "react";

/** One line above everything, for what everybody must know: that the world outside is a sandbox. */
export function ShellBanner({ children }: { children: ReactNode }) {
  return (
    <div className="border-b border-warning/30 bg-warning-soft px-4 py-1.5 text-center text-xs text-warning-text print:hidden [&_a]:font-medium [&_a]:underline [&_a]:underline-offset-2">
      {children}
    </div>
  );
}
