import { sql } from "drizzle-orm";
import { z } from "zod";
import { organizations } from "@/db/schema";
import { notFound } from "@/lib/platform/errors";
import { query, verb } from "@/lib/platform/verb";

const Parked = z.object({
  id: z.coerce.string(),
  task: z.string(),
  payload: z.record(z.string(), z.unknown()),
  attempts: z.number(),
  problem: z.string().nullable(),
  updated_at: z.coerce.date(),
});

/** Jobs of this organization that failed every try and wait for an admin. */
export const listParkedJobs = query("job.read", z.object({}), async (tx) => {
  const rows = await tx.execute(sql`select * from cf_jobs.parked()`);
  return z.array(Parked).parse(rows);
});

/** Gives a parked job all its tries again. */
export const retryJob = verb(
  "job.retry",
  z.object({ id: z.string().regex(/^\d{1,18}$/, "invalid") }),
  async (tx, ctx, { id }) => {
    const [row] = await tx.execute(sql`select cf_jobs.retry(${id}::bigint) as retried`);
    if (row?.retried !== true) throw notFound();
    const [organization] = await tx.select({ id: organizations.id }).from(organizations);
    await ctx.audit({
      action: "job.retry",
      subjectType: "organization",
      subjectId: organization?.id ?? "",
      after: { jobId: id },
    });
    return { id };
  },
);
