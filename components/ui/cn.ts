import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Our own shadow and animation names are unknown to tailwind-merge and would not override one another.
const merge = extendTailwindMerge({
  extend: { theme: { shadow: ["raised", "pop", "paper"] } },
});

/** Joins class names; of two Tailwind classes for the same property the later one wins. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}
