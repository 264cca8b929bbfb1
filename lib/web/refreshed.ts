import { refresh } from "next/cache";
import type { ActionResult } from "./action";

/** For server actions: has the page drawn again when the change was made, in the same answer. */
export async function refreshed<T>(answer: Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  const result = await answer;
  if (result.ok) refresh();
  return result;
}
