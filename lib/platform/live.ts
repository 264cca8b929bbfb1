import { z } from "zod";
import { connection } from "./context";
import { log } from "./log";

const Notice = z.object({
  organizationId: z.string(),
  type: z.string(),
  subjectId: z.string(),
  invoiceId: z.string().nullable(),
});

/** A domain event that has just been committed. */
export type LiveNotice = z.infer<typeof Notice>;

type Listener = (notice: LiveNotice) => void;

// One LISTEN connection per process, shared by all open screens, and by all copies of this module.
const shared = globalThis as typeof globalThis & {
  counterfoilLive?: { listeners: Set<Listener>; started: Promise<unknown> };
};

function hub() {
  shared.counterfoilLive ??= {
    listeners: new Set(),
    started: connection().sql.listen("cf_events", (payload) => {
      const notice = Notice.safeParse(JSON.parse(payload));
      if (!notice.success) return log.warn("a notice could not be read");
      for (const listener of shared.counterfoilLive?.listeners ?? []) listener(notice.data);
    }),
  };
  return shared.counterfoilLive;
}

/** Calls back for every event of one organization until the returned function is called. */
export async function subscribe(organizationId: string, listener: Listener): Promise<() => void> {
  const { listeners, started } = hub();
  const own: Listener = (notice) => {
    if (notice.organizationId === organizationId) listener(notice);
  };
  listeners.add(own);
  await started;
  return () => listeners.delete(own);
}
