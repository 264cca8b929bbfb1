"use server";

import { retryJob } from "@/lib/admin/jobs";
import { act } from "@/lib/web/action";
import { refreshed } from "@/lib/web/refreshed";

export async function retryJobAction(input: unknown) {
  return refreshed(act(retryJob, input));
}
