/**
 * Pieces of text as the body of a response, made only as fast as they are taken. Waits for the first, so that what is
 * refused with it is still an answer; a failure after that breaks the download off.
 */
export async function streamed(pieces: AsyncGenerator<string, void, void>): Promise<ReadableStream> {
  let next: Promise<IteratorResult<string, void>> | undefined = Promise.resolve(await pieces.next());
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await (next ?? pieces.next());
      next = undefined;
      if (done) controller.close();
      else controller.enqueue(new TextEncoder().encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}
