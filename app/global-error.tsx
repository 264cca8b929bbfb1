"use client";

import messages from "@/messages/en/shell.json";
import "./globals.css";

/**
 * Stands in for the whole page when the root layout itself fails, so it leans on nothing that could
 * have failed with it: the words come straight from the English catalog.
 */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const words = messages.error;
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col items-center justify-center gap-3 p-6 text-center font-sans">
        <title>{words.title}</title>
        <h1 className="text-lg font-semibold">{words.title}</h1>
        <p className="max-w-sm text-sm text-muted-foreground">{words.text}</p>
        {digest && <p className="font-mono text-xs">{words.reference.replace("{digest}", digest)}</p>}
        <button
          type="button"
          onClick={() => retry()}
          className="h-9 rounded-md bg-primary px-4 text-sm font-medium text-primary-foreground"
        >
          {words.retry}
        </button>
      </body>
    </html>
  );
}
