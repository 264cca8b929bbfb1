import type { getRetention } from "@/lib/privacy/retention-queries";

export type Retention = Awaited<ReturnType<typeof getRetention>>;
export type RetentionRun = Retention["runs"][number];
