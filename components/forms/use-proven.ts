"use client";

import { createContext, useContext } from "react";
import type { ActionResult } from "@/lib/web/action";

/** Asks the person for a fresh proof; resolves to whether they gave it. Without a provider nobody can be asked. */
export const AskForProof = createContext<() => Promise<boolean>>(async () => false);

/** Runs a server action, and once more after the person has proved to be themselves where it asks for that. */
export function useProven() {
  const ask = useContext(AskForProof);
  return async <T>(run: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> => {
    const first = await run();
    if (first.ok || first.error.code !== "step_up") return first;
    return (await ask()) ? run() : first;
  };
}
