import type { contentTypes } from "./uploads";

/** `svg` is known only to be refused by name: it is a program as much as a picture. */
export type FileType = keyof typeof contentTypes | "svg";

const latin = (bytes: Uint8Array, from: number, to?: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString("latin1");

/** How much of a file is looked through for the beginning of an SVG, and for the end of a PDF. */
const NEAR = 4096;

/**
 * What a file is by its content; null for everything else. Its name and what its sender says it is count for nothing.
 * A picture's first chunk must be there as well as its signature, a PDF's header must be its very first bytes.
 */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  if (latin(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return latin(bytes, 12, 16) === "IHDR" ? "png" : null;
  // A marker segment follows the start of a JPEG at once.
  if (latin(bytes, 0, 3) === "\xff\xd8\xff") return (bytes[3] ?? 0) >= 0xc0 ? "jpeg" : null;
  if (latin(bytes, 0, 4) === "RIFF") return /^WEBPVP8[ LX]/.test(latin(bytes, 8, 16)) ? "webp" : null;
  if (/^%PDF-[12]\.\d/.test(latin(bytes, 0, 8)))
    return latin(bytes, Math.max(0, bytes.length - NEAR)).includes("%%EOF") ? "pdf" : null;
  return /<svg[\s>]/i.test(latin(bytes, 0, NEAR).replaceAll("\0", "")) ? "svg" : null;
}
