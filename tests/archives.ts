import { unzipSync } from "fflate";
import type { Ctx } from "@/lib/platform/context";
import { download } from "@/lib/privacy/download";

/** An archive as it is fetched, unpacked: path → bytes, and a file of JSON parsed. */
export async function fetched(ctx: Ctx, kind: "client" | "own", id: string) {
  const { bytes, pieces } = await download(ctx, kind, id);
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  const whole = Buffer.concat(all);
  const files = unzipSync(whole);
  const text = (path: string) => Buffer.from(files[path] ?? []).toString("utf8");
  return { bytes, length: whole.length, paths: Object.keys(files).sort(), files, text };
}
