/**
 * Pieces of text or bytes as the body of a response, made only as fast as they are taken. Waits for the first, so that what is
 * refused with it is still an answer; a failure after that breaks the download off.
 */
export async function streamed(
  pieces: AsyncGenerator<string | Uint8Array, void, void>,
): Promise<ReadableStream> {
  let next: Promise<IteratorResult<string | Uint8Array, void>> | undefined = Promise.resolve(
    await pieces.next(),
  );
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await (next ?? pieces.next());
      next = undefined;
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? new TextEncoder().encode(value) : value);
    },
    async cancel() {
      await pieces.return();
    },
  });
}
