"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";

const EVERY = 1500;
const PATIENCE = 40;

/** Asks again until the webhook has recorded the payment; then the page itself says so. */
export function Confirming({ text, slowText }: { text: string; slowText: string }) {
  const router = useRouter();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked >= PATIENCE) return;
    const timer = setTimeout(() => {
      router.refresh();
      setAsked(asked + 1);
    }, EVERY);
    return () => clearTimeout(timer);
  }, [asked, router]);
  return <Alert tone="info">{asked >= PATIENCE ? slowText : text}</Alert>;
}
