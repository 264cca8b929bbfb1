import type { ReactNode } from "react";

/** Read aloud by screen readers whenever its text changes; nobody sees it. */
export function LiveRegion({ children, urgent = false }: { children: ReactNode; urgent?: boolean }) {
  return (
    <div role={urgent ? "alert" : "status"} aria-live={urgent ? "assertive" : "polite"} className="sr-only">
      {children}
    </div>
  );
}
