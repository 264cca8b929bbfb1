import { cn } from "./cn";

const tones = [
  "bg-info-soft text-info-text",
  "bg-success-soft text-success-text",
  "bg-warning-soft text-warning-text",
  "bg-danger-soft text-danger-text",
  "bg-primary-soft text-link",
];

/** First letters of the first and last word, by code point so that no letter is cut in half. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

/** Initials in a colour that is always the same for the same name. Decoration: the name stands beside it. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex size-7 shrink-0 items-center justify-center rounded-full text-[0.6875rem] font-semibold select-none",
        tones[sum % tones.length],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
