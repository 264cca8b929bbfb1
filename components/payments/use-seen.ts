"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionResult } from "@/lib/web/action";

/**
 * What somebody saw when a form opened stays what they saw, though the page behind it goes on: so that two people who
 * do the same are told of each other. After a conflict it is what is there now.
 */
export function useSeen<T>(current: T) {
  const router = useRouter();
  const [seen, setSeen] = useState<{ value: T } | null>({ value: current });

  /** The action, after whose conflict the present state is shown. */
  const watch =
    <Input, Data>(action: (input: Input) => Promise<ActionResult<Data>>) =>
    async (input: Input) => {
      const result = await action(input);
      if (!result.ok && result.error.code === "conflict") {
        setSeen(null);
        router.refresh();
      }
      return result;
    };
  return { seen: seen ? seen.value : current, watch };
}
