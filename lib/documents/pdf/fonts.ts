import { join } from "node:path";
import { Font } from "@react-pdf/renderer";

// Read from disk at run time: next.config.ts names these files for the standalone build.
const file = (weight: string) =>
  join(process.cwd(), `node_modules/@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`);

let registered = false;

/** Embeds Noto Sans, which has Latin, Greek and Cyrillic. Words are never hyphenated: amounts and names stay whole. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  Font.register({
    family: "Noto Sans",
    fonts: [
      { src: file("400Regular"), fontWeight: 400 },
      { src: file("600SemiBold"), fontWeight: 600 },
    ],
  });
  Font.registerHyphenationCallback(breakLongWords);
}

const LONGEST = 24;

// A word wider than its column would run over the next one.
function breakLongWords(word: string | null): string[] {
  if (!word || word.length <= LONGEST) return [word ?? ""];
  return word.match(new RegExp(`.{1,${LONGEST}}`, "gu")) ?? [word];
}
