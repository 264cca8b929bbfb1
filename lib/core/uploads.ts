const MIB = 1024 * 1024;

/** What may be uploaded: one table of limits. Sizes are bytes of what arrives; pixels are width × height. */
export const uploads = {
  logo: { types: ["png", "jpeg", "webp"], maxSize: 2 * MIB, width: 800, height: 400 },
  attachment: { types: ["pdf", "png", "jpeg", "webp"], maxSize: 5 * MIB },
} as const;

export type UploadPurpose = keyof typeof uploads;

/** More is not decoded: a small file may hold an enormous picture. */
export const MAX_PIXELS = 25_000_000;

/** What triggers hold as well: files and bytes of a document, bytes of an organization. */
export const perDocument = { files: 10, size: 20 * MIB } as const;
export const PER_ORGANIZATION = 1024 * MIB;

/** Whole mebibytes, as limits are told. */
export const mib = (bytes: number): number => Math.floor(bytes / MIB);

/** What a file chooser offers, by content type. */
export const acceptOf = (purpose: UploadPurpose): string =>
  uploads[purpose].types.map((type) => contentTypes[type]).join(",");

export const contentTypes = {
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  pdf: "application/pdf",
} as const;
