import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type Stripe from "stripe";
import type { Fault, Faults } from "../faults/faults";
import type { Settings } from "../settings";
import type { State } from "../state";
import { type Attempt, type Delivery, newDelivery } from "./delivery";
import { endpointFor, post, succeeded } from "./send";

const KEEP = 2_000;

/**
 * Delivers events in the order they happened, one first attempt at a time. A failed one is tried again beside the queue,
 * so that it doesn't hold up the others.
 */
export class Dispatcher {
  #queue: Promise<void> = Promise.resolve();
  #stop = new AbortController();
  #busy = new Set<Promise<void>>();

  constructor(
    readonly settings: Settings,
    readonly state: State,
    readonly faults: Faults,
    readonly changed: () => void,
  ) {
    // Every webhook that waits for its next attempt listens for the end; Node would warn of more than ten.
    setMaxListeners(0, this.#stop.signal);
  }

  enqueue(event: Stripe.EventBase, organizationId: string | undefined): void {
    const fault = this.faults.take("webhook", event.type);
    const delivery = this.#record(event, organizationId, fault);
    if (delivery.status === "pending") {
      const copies =
        fault?.kind === "duplicate" ? [delivery, this.#record(event, organizationId)] : [delivery];
      const delay = fault?.kind === "delay" ? (fault.ms ?? 1_000) : 0;
      if (delay > 0) this.#track(this.#later(delay, () => this.#inTurn(copies)));
      else this.#track(this.#inTurn(copies));
    }
    this.changed();
  }

  /** Sends everything that an earlier run of the sandbox could not deliver. */
  resume(): void {
    for (const delivery of Object.values(this.state.deliveries)) {
      if (delivery.status === "delivered" || delivery.status === "dropped" || delivery.once) continue;
      delivery.status = "pending";
      delete delivery.holdFor;
      this.#track(this.#inTurn([delivery]));
    }
  }

  /** Sends a webhook now, whatever became of it before. */
  async sendNow(delivery: Delivery): Promise<Attempt> {
    this.state.deliveries[delivery.id] = delivery;
    delete delivery.holdFor;
    const attempt = await post(this.settings, delivery, this.#stop.signal);
    this.#note(delivery, attempt);
    if (!succeeded(attempt) && delivery.status === "pending") delivery.status = "undelivered";
    return attempt;
  }

  wasDelivered(eventId: string): boolean {
    return Object.values(this.state.deliveries).some(
      (delivery) => delivery.eventId === eventId && delivery.status === "delivered",
    );
  }

  /** Resolves when nothing is on its way any more. Held and dropped webhooks are not on their way. */
  async settled(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all(this.#busy);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.settled();
  }

  #record(event: Stripe.EventBase, organizationId: string | undefined, fault?: Fault): Delivery {
    const delivery = newDelivery({
      eventId: event.id,
      type: event.type,
      organizationId: organizationId ?? null,
      payload: JSON.stringify(event, null, 2),
      createdAt: this.settings.now(),
    });
    if (fault?.kind === "drop") delivery.status = "dropped";
    if (fault?.kind === "reorder") Object.assign(delivery, { status: "held", holdFor: fault.times });
    this.state.deliveries[delivery.id] = delivery;
    const ids = Object.keys(this.state.deliveries);
    for (const id of ids.slice(0, Math.max(0, ids.length - KEEP))) delete this.state.deliveries[id];
    return delivery;
  }

  #track(work: Promise<void>): void {
    const tracked: Promise<void> = work.finally(() => this.#busy.delete(tracked));
    this.#busy.add(tracked);
  }

  #inTurn(copies: Delivery[]): Promise<void> {
    const turn = this.#queue.then(async () => {
      if (this.#stop.signal.aborted) return;
      await Promise.all(copies.map((delivery) => this.#attempt(delivery, 0)));
      this.#releaseHeld();
    });
    this.#queue = turn;
    return turn;
  }

  async #attempt(delivery: Delivery, failures: number): Promise<void> {
    // Somebody may have sent it by hand meanwhile.
    if (delivery.status !== "pending") return;
    const attempt = await post(this.settings, delivery, this.#stop.signal);
    // Stopped, not refused: the next run of the sandbox tries again.
    if (this.#stop.signal.aborted) return;
    this.#note(delivery, attempt);
    if (succeeded(attempt)) return;
    const pause = endpointFor(this.settings, delivery)
      ? this.settings.webhookRetryDelays[failures]
      : undefined;
    if (pause === undefined) delivery.status = "undelivered";
    else this.#track(this.#later(pause, () => this.#attempt(delivery, failures + 1)));
  }

  #note(delivery: Delivery, attempt: Attempt): void {
    delivery.attempts.push(attempt);
    if (succeeded(attempt)) delivery.status = "delivered";
    this.changed();
  }

  #releaseHeld(): void {
    for (const delivery of Object.values(this.state.deliveries)) {
      if (delivery.status !== "held") continue;
      delivery.holdFor = (delivery.holdFor ?? 1) - 1;
      if (delivery.holdFor > 0) continue;
      delete delivery.holdFor;
      delivery.status = "pending";
      this.#track(this.#attempt(delivery, 0));
    }
  }

  async #later(ms: number, run: () => Promise<void>): Promise<void> {
    try {
      await sleep(ms, undefined, { signal: this.#stop.signal });
    } catch {
      return;
    }
    await run();
  }
}
