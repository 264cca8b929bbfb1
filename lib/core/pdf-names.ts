/** What makes a PDF do something by itself, or carry other files. */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?)(?![A-Za-z])/;

/**
 * Whether a PDF names an action or an embedded file (ISO 32000-1, 7.3.5: characters of a name may be written as #xx).
 * A plain search of the bytes: what stands in compressed parts is not seen, which is why a PDF is only ever downloaded.
 */
export function isActivePdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString("latin1");
  const plain = text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return ACTIVE.test(plain);
}
