import { readFile } from "node:fs/promises";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { server } from "./server";

export type Action = { name: string; id: string; path: string };

type Manifest = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
};

/** Every server action of the build, with the address of a page that has it. */
export async function serverActions(): Promise<Action[]> {
  const file = ".next/standalone/.next/server/server-reference-manifest.json";
  const { node } = JSON.parse(await readFile(file, "utf8")) as Manifest;
  return Object.entries(node).map(([id, { exportedName, workers }]) => ({
    name: exportedName,
    id,
    path: addressOf(Object.keys(workers)[0] ?? ""),
  }));
}

// "app/(staff)/invoices/[id]/edit/page" is served at /invoices/…/edit.
const addressOf = (page: string) =>
  page
    .replace(/^app|\/page$/g, "")
    .replace(/\/\([^)]*\)/g, "")
    .replace("[id]", "0199aaaa-0000-7000-8000-00000000dead")
    .replace("[token]", "nothing");

/** Calls an action as Next.js's own client does, with a body of one's choice. */
export function postAction(
  request: APIRequestContext,
  action: Action,
  body: string,
  path = action.path,
): Promise<APIResponse> {
  return request.post(new URL(path, server.baseUrl).toString(), {
    maxRedirects: 0,
    headers: {
      "next-action": action.id,
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      origin: server.baseUrl,
    },
    data: Buffer.from(body),
  });
}

/** What the action answered: "ok", or the code of its error; undefined when there is no such answer. */
export async function answerOf(response: APIResponse): Promise<string | undefined> {
  for (const row of (await response.text()).split("\n")) {
    const json = /^[0-9a-f]+:(\{"ok":.*\})$/.exec(row)?.[1];
    if (!json) continue;
    const result = JSON.parse(json) as { ok: boolean; error?: { code: string } };
    return result.ok ? "ok" : result.error?.code;
  }
  return undefined;
}
