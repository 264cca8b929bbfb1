import type { ActionResult } from "@/lib/web/action";

export type Action<Data = unknown> = (input: unknown) => Promise<ActionResult<Data>>;
