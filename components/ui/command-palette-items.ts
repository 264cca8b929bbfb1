import type { ReactNode } from "react";

export type CommandItem = {
  label: string;
  href: string;
  /** An element, so that server components can pass it. */
  icon?: ReactNode;
  /** Shown at the right. */
  detail?: string;
  /** Other words that people may look for. */
  keywords?: readonly string[];
  /** One lower-case letter that goes there from anywhere. */
  shortcut?: string;
};

export type CommandGroup = { heading: string; items: readonly CommandItem[] };
