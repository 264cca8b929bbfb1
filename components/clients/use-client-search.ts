"use client";

import { useEffect, useRef, useState } from "react";
import type { ComboboxOption } from "@/components/ui/combobox";
import type { ActionResult } from "@/lib/web/action";

export type ClientChoice = { id: string; name: string };
/** The clients that are offered before anything is typed, and how to find the others. */
export type Clients = {
  first: readonly ClientChoice[];
  search: (input: unknown) => Promise<ActionResult<ClientChoice[]>>;
};

const PAUSE_MS = 150;

/** Clients to choose from, as they are searched for. All that were seen stay known, so that a choice keeps its name. */
export function useClientSearch({ first, search }: Clients, present: ClientChoice | null) {
  const [found, setFound] = useState<readonly ClientChoice[]>(present ? [present, ...first] : first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef("");
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = (text: string) => {
    asked.current = text;
    clearTimeout(timer.current);
    // Closing the list empties the search; what was chosen must not lose its name by it.
    if (!text.trim()) return;
    timer.current = setTimeout(async () => {
      const result = await search({ search: text.trim() }).catch(() => null);
      // An answer to an older question is no answer.
      if (result?.ok && asked.current === text) setFound(result.data);
    }, PAUSE_MS);
  };

  const unique = new Map(found.map((client) => [client.id, client]));
  const options: ComboboxOption[] = [...unique.values()].map(({ id, name }) => ({ value: id, label: name }));
  return { options, search: ask };
}
