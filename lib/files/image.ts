import sharp, { type Sharp } from "sharp";
import { over } from "@/lib/core/problem";
import { MAX_PIXELS, uploads } from "@/lib/core/uploads";
import { invalid } from "@/lib/platform/errors";
import { turns } from "@/lib/platform/turns";

export type Picture = { bytes: Uint8Array; width: number; height: number };
export type PictureType = "png" | "jpeg" | "webp";

// Nothing of one upload stays for the next, and one picture takes one core.
sharp.cache(false);
sharp.concurrency(1);

// A decoded picture takes 100 MB: at most two at once, the rest wait their turn.
const inTurn = turns(2);

/**
 * A picture decoded and written anew, upright: whatever else was in the file (EXIF, places, comments, trailing bytes,
 * further frames) is gone. A logo becomes a PNG of the size that documents draw.
 * @throws DomainError invalid `tooManyPixels` before anything is decoded; `fileBroken` for what does not decode whole
 */
export async function redrawn(bytes: Uint8Array, type: PictureType, isLogo: boolean): Promise<Picture> {
  const head = await sharp(bytes, { limitInputPixels: false }).metadata().catch(broken);
  if (head.width * head.height > MAX_PIXELS)
    throw invalid("file", over("tooManyPixels", MAX_PIXELS / 1_000_000));
  const { width, height } = uploads.logo;
  return inTurn(async () => {
    const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" }).rotate();
    const drawn = isLogo
      ? upright.resize({ width, height, fit: "inside", withoutEnlargement: true })
      : upright;
    const { data, info } = await encoded(drawn, isLogo ? "png" : type)
      .toBuffer({ resolveWithObject: true })
      .catch(broken);
    return { bytes: data, width: info.width, height: info.height };
  });
}

const encoded = (picture: Sharp, type: PictureType) =>
  ({
    png: () => picture.png({ compressionLevel: 9 }),
    jpeg: () => picture.jpeg({ quality: 88 }),
    webp: () => picture.webp({ quality: 88 }),
  })[type]();

function broken(): never {
  throw invalid("file", "fileBroken");
}
