import { join } from "node:path";
import { Font } from "@react-pdf/renderer";

// Read from disk at run time: next.config.ts names this folder for the standalone build.
const file = (folder: string, name: string, weight: string) =>
  join(process.cwd(), `node_modules/@expo-google-fonts/${folder}/${weight}/${name}_${weight}.ttf`);

/** Family → folder and file name. Each glyph comes from the first that has it; other scripts print as boxes. */
const FAMILIES = {
  "Noto Sans": ["noto-sans", "NotoSans"],
  "Noto Sans Arabic": ["noto-sans-arabic", "NotoSansArabic"],
  "Noto Sans Hebrew": ["noto-sans-hebrew", "NotoSansHebrew"],
  "Noto Emoji": ["noto-emoji", "NotoEmoji"],
} as const;

export const fontFamily = Object.keys(FAMILIES);

let registered = false;

/** Embeds Latin, Greek, Cyrillic, Arabic, Hebrew and emoji. Words are never hyphenated: names stay whole. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  for (const [family, [folder, name]] of Object.entries(FAMILIES)) {
    Font.register({
      family,
      fonts: [
        { src: file(folder, name, "400Regular"), fontWeight: 400 },
        { src: file(folder, name, "600SemiBold"), fontWeight: 600 },
      ],
    });
  }
  Font.registerHyphenationCallback(breakLongWords);
}

const LONGEST = 24;

// A word wider than its column would run over the next one.
function breakLongWords(word: string | null): string[] {
  if (!word || word.length <= LONGEST) return [word ?? ""];
  return word.match(new RegExp(`.{1,${LONGEST}}`, "gu")) ?? [word];
}
