"use server";

import { createClient } from "@/lib/clients/create";
import { updateClient } from "@/lib/clients/update";
import { act } from "@/lib/web/action";

export async function createClientAction(input: unknown) {
  return act(createClient, input);
}

export async function updateClientAction(input: unknown) {
  return act(updateClient, input);
}
