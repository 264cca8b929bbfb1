import type { ActionResult } from "@/lib/web/action";

export type Action<Data = unknown> = (input: unknown) => Promise<ActionResult<Data>>;

/** A session of one's own, as its query lists it. */
export type OwnSession = {
  id: string;
  userAgent: string | null;
  ip: string | null;
  createdAt: Date;
  lastUsedAt: Date;
  current: boolean;
};

/** An address that waits to be confirmed on both sides. */
export type PendingEmail = { email: string; oldConfirmedAt: Date | null; newConfirmedAt: Date | null };
