import { z } from "zod";
import { randomText } from "../ids";

const API_KINDS = ["delay", "error500", "error500_after", "timeout"] as const;
const WEBHOOK_KINDS = ["delay", "duplicate", "drop", "reorder"] as const;

const common = {
  /** How often it strikes. For `reorder`: how many later webhooks overtake the held one. */
  times: z.number().int().min(1).max(1000).default(1),
  /** Part of `METHOD /path`, or an event type (`charge.*` for a family); everything when absent. */
  match: z.string().min(1).max(200).optional(),
  ms: z.number().int().min(0).max(120_000).optional(),
};

export const FaultInput = z.discriminatedUnion("target", [
  z.strictObject({ target: z.literal("stripe"), kind: z.enum(API_KINDS), ...common }),
  z.strictObject({ target: z.literal("resend"), kind: z.enum(API_KINDS), ...common }),
  z.strictObject({ target: z.literal("ecb"), kind: z.enum(API_KINDS), ...common }),
  z.strictObject({ target: z.literal("webhook"), kind: z.enum(WEBHOOK_KINDS), ...common }),
]);

export type FaultInput = z.input<typeof FaultInput>;
export type FaultTarget = FaultInput["target"];
export type Fault = z.output<typeof FaultInput> & { id: string; remaining: number };

/** The misbehaviours that are armed. Each strikes its number of times, oldest first, and is gone. */
export class Faults {
  constructor(
    readonly armed: Record<string, Fault>,
    readonly changed: () => void,
  ) {}

  /** @throws ZodError when the target has no such kind of fault. */
  add(input: FaultInput): Fault {
    const parsed = FaultInput.parse(input);
    const fault: Fault = { ...parsed, id: `fault_${randomText(10)}`, remaining: parsed.times };
    this.armed[fault.id] = fault;
    this.changed();
    return fault;
  }

  list(): Fault[] {
    return Object.values(this.armed);
  }

  remove(id: string): boolean {
    const known = id in this.armed;
    delete this.armed[id];
    this.changed();
    return known;
  }

  clear(): void {
    for (const id of Object.keys(this.armed)) delete this.armed[id];
    this.changed();
  }

  /** Uses up one strike of the first fault that fits, if there is one. */
  take(target: FaultTarget, subject: string): Fault | undefined {
    const fault = this.list().find((one) => one.target === target && fits(one, subject));
    if (!fault) return undefined;
    // A reordered webhook is held once; its count says for how many others.
    fault.remaining = fault.kind === "reorder" ? 0 : fault.remaining - 1;
    if (fault.remaining === 0) delete this.armed[fault.id];
    this.changed();
    return { ...fault };
  }
}

function fits(fault: Fault, subject: string): boolean {
  if (!fault.match) return true;
  if (fault.target !== "webhook") return subject.includes(fault.match);
  if (fault.match.endsWith("*")) return subject.startsWith(fault.match.slice(0, -1));
  return subject === fault.match;
}
