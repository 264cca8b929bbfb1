"use client";

import { useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/web/action";

/** Opens the gateway's checkout. It stays pending until the browser has gone there. */
export function PayButton({
  label,
  variant = "primary",
  pay,
}: {
  label: string;
  variant?: "primary" | "secondary";
  pay: () => Promise<ActionResult<string>>;
}) {
  const [pending, startTransition] = useTransition();
  const [leaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const open = () =>
    startTransition(async () => {
      setProblem(null);
      const result = await pay();
      if (!result.ok) return setProblem(result.error.message);
      setLeaving(true);
      window.location.assign(result.data);
    });
  return (
    <div className="flex flex-col gap-3">
      {problem ? <Alert tone="danger">{problem}</Alert> : null}
      <Button
        variant={variant}
        size={variant === "primary" ? "lg" : "md"}
        className="w-full"
        pending={pending || leaving}
        onClick={open}
      >
        {label}
      </Button>
    </div>
  );
}
