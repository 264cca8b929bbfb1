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
  counterfoilLive?: { listeners: Set<Listener>; closers: Set<() => void>; started: Promise<unknown> };
};

// An open stream would keep a process that is asked to end from ending.
function closeAllOnEnd(closers: Set<() => void>): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      for (const close of [...closers]) close();
    });
}

function hub() {
  if (shared.counterfoilLive) return shared.counterfoilLive;
  const closers = new Set<() => void>();
  closeAllOnEnd(closers);
  shared.counterfoilLive = {
    listeners: new Set(),
    closers,
    started: connection().sql.listen("cf_events", (payload) => {
      const notice = Notice.safeParse(JSON.parse(payload));
      if (!notice.success) return log.warn("a notice could not be read");
      for (const listener of shared.counterfoilLive?.listeners ?? []) listener(notice.data);
    }),
  };
  return shared.counterfoilLive;
}

/**
 * Calls back for every event of one organization until the returned function is called. `onEnd` is called when the
 * process is about to end.
 */
export async function subscribe(
  organizationId: string,
  listener: Listener,
  onEnd: () => void,
): Promise<() => void> {
  const { listeners, closers, started } = hub();
  const own: Listener = (notice) => {
    if (notice.organizationId === organizationId) listener(notice);
  };
  listeners.add(own);
  closers.add(onEnd);
  await started;
  return () => {
    listeners.delete(own);
    closers.delete(onEnd);
  };
}
