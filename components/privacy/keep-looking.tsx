"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY = 1500;

/** Draws the page again and again while something in the background is under way and somebody looks. Shows nothing itself. */
export function KeepLooking() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, EVERY);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
