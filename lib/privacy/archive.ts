import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** Bytes of a piece: what is sealed, stored and sent at a time. */
const PIECE = 256 * 1024;

/**
 * A ZIP that is handed on in pieces while it is written, so that one of a thousand documents takes no more memory than
 * one of ten.
 */
export function zipArchive(now: Date, store: (piece: Buffer) => Promise<void>) {
  let waiting: Uint8Array[] = [];
  let size = 0;
  let total = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    waiting.push(chunk);
    size += chunk.length;
    total += chunk.length;
  });
  const flush = async (least: number) => {
    while (size >= least && size > 0) {
      const all = Buffer.concat(waiting);
      const piece = all.subarray(0, PIECE);
      const rest = all.subarray(PIECE);
      waiting = [rest];
      size = rest.length;
      await store(piece);
    }
  };
  return {
    /** Texts shrink; PDFs are small already. */
    add: async (path: string, content: Uint8Array, { shrinks }: { shrinks: boolean }): Promise<void> => {
      const file = shrinks ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
      file.mtime = now;
      zip.add(file);
      file.push(content, true);
      await flush(PIECE);
    },
    /** Writes what is left. Returns the size of the whole in bytes. */
    end: async (): Promise<number> => {
      zip.end();
      await flush(1);
      return total;
    },
  };
}

export type ZipArchive = ReturnType<typeof zipArchive>;
