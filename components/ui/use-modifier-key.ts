"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The key that shortcuts are held with, as this machine's keyboard prints it. */
export function useModifierKey(): "⌘" | "Ctrl" {
  const apple = useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
  return apple ? "⌘" : "Ctrl";
}
