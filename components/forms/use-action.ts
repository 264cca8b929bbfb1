"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/web/action";
import { useProven } from "./use-proven";

/**
 * A server action behind a button rather than a form. `run` resolves to whether it worked, which is what a
 * `ConfirmDialog` wants to know; a refusal is shown as a toast, a second press while it runs is ignored.
 */
export function useAction<Input, Data>(
  action: (input: Input) => Promise<ActionResult<Data>>,
  onSuccess?: (data: Data) => void,
): { run: (input: Input) => Promise<boolean>; pending: boolean } {
  const t = useTranslations("forms");
  const proven = useProven();
  const busy = useRef(false);
  const [pending, startTransition] = useTransition();

  const attempt = async (input: Input): Promise<boolean> => {
    try {
      const result = await proven(() => action(input));
      if (!result.ok) {
        toast.error(Object.values(result.error.fields)[0] ?? result.error.message);
        return false;
      }
      onSuccess?.(result.data);
      return true;
    } catch (error) {
      unstable_rethrow(error);
      toast.error(t("unanswered"));
      return false;
    }
  };

  const run = (input: Input) =>
    new Promise<boolean>((resolve, reject) => {
      if (busy.current) return resolve(false);
      busy.current = true;
      startTransition(async () => {
        try {
          resolve(await attempt(input));
        } catch (error) {
          reject(error);
          throw error;
        } finally {
          busy.current = false;
        }
      });
    });

  return { run, pending };
}
