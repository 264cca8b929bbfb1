/**
 * Sends statements of one transaction together instead of one by one, and waits for all of them, also when one fails:
 * a statement that is still under way when the transaction ends would run on a connection that is someone else's by then.
 * Statements are carried out in the order in which they were made; those that need another's answer wait for it.
 */
export async function together<const T extends readonly unknown[]>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(work);
  const failed = settled.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return settled.map((result) => (result.status === "fulfilled" ? result.value : undefined)) as {
    -readonly [K in keyof T]: Awaited<T[K]>;
  };
}
