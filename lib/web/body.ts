/** The whole body as text, or null when it is longer than `limit` bytes. */
export async function readBody(request: Request, limit: number): Promise<string | null> {
  return (await readBytes(request, limit))?.toString("utf8") ?? null;
}

/**
 * The whole body, or null when it is longer than `limit` bytes. Counts what arrives: a declared length may be missing
 * or wrong.
 */
export async function readBytes(request: Request, limit: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
