import { text } from "@/lib/core/fields";
import { fileTypeOf } from "@/lib/core/file-type";
import { isActivePdf } from "@/lib/core/pdf-names";
import { over } from "@/lib/core/problem";
import { contentTypes, mib, type UploadPurpose, uploads } from "@/lib/core/uploads";
import { digestOf } from "@/lib/platform/crypto";
import { invalid } from "@/lib/platform/errors";
import { redrawn } from "./image";

const MAX_NAME = 200;
const Name = text(MAX_NAME);

/** A file that was looked at and written anew; verbs take no other. Made by `acceptFile` alone. */
export class AcceptedFile {
  constructor(
    readonly name: string,
    readonly contentType: (typeof contentTypes)[keyof typeof contentTypes],
    readonly bytes: Uint8Array,
    readonly width: number | null,
    readonly height: number | null,
  ) {}

  /** The columns of its row. */
  get row() {
    const { name, contentType, bytes, width, height } = this;
    return { name, contentType, size: bytes.byteLength, width, height, sha256: digestOf(bytes) };
  }
}

/**
 * Looks at an upload, outside of any transaction: its size, what it is by content, and whether it decodes.
 * @throws DomainError invalid, said of the field `file`
 */
export async function acceptFile(
  purpose: UploadPurpose,
  given: string,
  bytes: Uint8Array,
): Promise<AcceptedFile> {
  const { types, maxSize } = uploads[purpose];
  if (bytes.byteLength === 0) throw invalid("file", "fileEmpty");
  if (bytes.byteLength > maxSize) throw tooLarge(purpose);
  const type = fileTypeOf(bytes);
  if (type === "svg") throw invalid("file", "fileSvg");
  if (!type || !(types as readonly string[]).includes(type)) throw invalid("file", "fileType");
  const name = nameOf(given);
  if (type === "pdf") {
    if (isActivePdf(bytes)) throw invalid("file", "fileActive");
    return new AcceptedFile(name, contentTypes.pdf, bytes, null, null);
  }
  const picture = await redrawn(bytes, type, purpose === "logo");
  // Written anew it may have grown.
  if (picture.bytes.byteLength > maxSize) throw tooLarge(purpose);
  const kept = contentTypes[purpose === "logo" ? "png" : type];
  return new AcceptedFile(name, kept, picture.bytes, picture.width, picture.height);
}

/** A file over its limit, which is told. */
export const tooLarge = (purpose: UploadPurpose) =>
  invalid("file", over("fileTooLarge", mib(uploads[purpose].maxSize)));

function nameOf(given: string): string {
  const last = given.split(/[\\/]/).at(-1)?.slice(-MAX_NAME) || "file";
  const parsed = Name.safeParse(last);
  if (!parsed.success) throw invalid("file", parsed.error.issues[0]?.message ?? "invalid");
  return parsed.data;
}
