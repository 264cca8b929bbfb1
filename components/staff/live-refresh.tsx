"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { followEvents } from "./follow-events";

/** Draws the page again when something has happened in the organization. Shows nothing itself. */
export function LiveRefresh({ url }: { url: string }) {
  const router = useRouter();
  useEffect(() => followEvents(url, () => router.refresh()), [url, router]);
  return null;
}
