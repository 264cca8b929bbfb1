import type { DocumentLogo } from "./types";

/** A logo as a document prints it, served from under `path`. */
export const logoAt = (
  logo: { id: string; width: number; height: number } | null,
  path: string,
): DocumentLogo | undefined =>
  logo ? { src: `${path}/${logo.id}`, width: logo.width, height: logo.height } : undefined;

const WIDTH = 180;
const HEIGHT = 56;

/** How large a logo is drawn, in points of paper or pixels of screen: never larger than it is. */
export function drawnSize({ width, height }: Pick<DocumentLogo, "width" | "height">) {
  const scale = Math.min(1, WIDTH / width, HEIGHT / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
