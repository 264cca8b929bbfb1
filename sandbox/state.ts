import { readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type Stripe from "stripe";
import type { Fault } from "./faults/faults";
import type { StoredMail } from "./mailbox/mail";
import type { StoredSession } from "./stripe/session-store";
import type { Delivery } from "./webhooks/delivery";

/** What an idempotency key answered the first time. */
export interface Remembered {
  fingerprint: string;
  status: number;
  body: string;
  /** Unix milliseconds. */
  at: number;
}

/** Everything the outside world remembers. Records keep the order in which things happened. */
export interface State {
  version: 1;
  accountId: string;
  sessions: Record<string, StoredSession>;
  intents: Record<string, Stripe.PaymentIntent>;
  charges: Record<string, Stripe.Charge>;
  refunds: Record<string, Stripe.Refund>;
  customers: Record<string, Stripe.Customer>;
  balanceTransactions: Record<string, Stripe.BalanceTransaction>;
  events: Record<string, Stripe.EventBase>;
  deliveries: Record<string, Delivery>;
  stripeKeys: Record<string, Remembered>;
  resendKeys: Record<string, Remembered>;
  mails: Record<string, StoredMail>;
  faults: Record<string, Fault>;
}

export function emptyState(accountId: string): State {
  return {
    version: 1,
    accountId,
    sessions: {},
    intents: {},
    charges: {},
    refunds: {},
    customers: {},
    balanceTransactions: {},
    events: {},
    deliveries: {},
    stripeKeys: {},
    resendKeys: {},
    mails: {},
    faults: {},
  };
}

/** Reads a state file; undefined when there is none yet. */
export function loadState(file: string | undefined): State | undefined {
  if (!file) return undefined;
  try {
    const state = JSON.parse(readFileSync(file, "utf8")) as State;
    if (state.version !== 1)
      throw new Error(`${file} was written by another version; remove it to start afresh`);
    return state;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Writes the state to its file, soon after each change and never half. */
export class StateFile {
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #dirty = false;
  #pause = 50;

  constructor(
    readonly file: string | undefined,
    readonly state: State,
  ) {}

  changed(): void {
    if (!this.file) return;
    this.#dirty = true;
    this.#timer ??= setTimeout(() => void this.flush(), this.#pause);
  }

  /** Resolves when everything changed so far is on disk. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    if (!this.file || !this.#dirty) return;
    this.#dirty = false;
    const started = performance.now();
    const temporary = `${this.file}.${process.pid}.tmp`;
    await mkdir(dirname(this.file), { recursive: true });
    await writeFile(temporary, JSON.stringify(this.state), { mode: 0o600 });
    await rename(temporary, this.file);
    // A big mailbox takes long to write: write it the less often.
    this.#pause = Math.max(50, Math.ceil((performance.now() - started) * 10));
  }
}
