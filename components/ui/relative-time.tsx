"use client";

import { useFormatter, useNow } from "next-intl";

/** "3 minutes ago", kept up to date; the exact instant shows on hover. */
export function RelativeTime({ date, className }: { date: Date | string; className?: string }) {
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const instant = typeof date === "string" ? new Date(date) : date;
  return (
    <time
      dateTime={instant.toISOString()}
      title={format.dateTime(instant, { dateStyle: "medium", timeStyle: "short" })}
      className={className}
      // The server's "now" is a moment older than the browser's.
      suppressHydrationWarning
    >
      {format.relativeTime(instant, now)}
    </time>
  );
}
