"use client";

import { useRouter } from "next/navigation";
import { ProofChoice } from "./proof-choice";
import type { Action, Ways } from "./types";

/** The second step of a sign-in. The server action leads on by itself. */
export function SecondStep({ ways, action }: { ways: Ways; action: Action }) {
  const router = useRouter();
  return <ProofChoice ways={ways} prove={action} onDone={() => {}} onRefused={() => router.refresh()} />;
}
