import { useRouter } from "next/navigation";
import { useAction } from "@/components/forms/use-action";
import type { ActionResult } from "@/lib/web/action";

export type CopyAction = (input: { id: string; newId: string }) => Promise<ActionResult<{ id: string }>>;

/** Makes a new draft out of a document and goes to its editor. `newId` is the server's, so that two clicks make one. */
export function useCopy(id: string, newId: string, action: CopyAction) {
  const router = useRouter();
  const { run, pending } = useAction(action, (made: { id: string }) =>
    router.push(`/invoices/${made.id}/edit`),
  );
  return { copy: () => void run({ id, newId }), pending };
}
