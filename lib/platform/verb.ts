import type { z } from "zod";
import type { Tx } from "@/db/client";
import { isFresh, may, needsStepUp, type Permission } from "@/lib/core/permissions";
import { type Actor, subjectOf } from "./actor";
import { type AuditEntry, writeAudit } from "./audit";
import { clock } from "./clock";
import { type Ctx, transaction } from "./context";
import { forbidden, fromPostgres, fromZod, stepUpNeeded, unauthenticated } from "./errors";
import { type DomainEvent, writeEvent } from "./events";
import { log } from "./log";

/** What a verb's body is given beside its transaction. */
export type VerbCtx = Ctx & {
  audit: (entry: AuditEntry) => Promise<void>;
  emit: (event: DomainEvent) => Promise<string>;
  /** Says that this call changed nothing (a replay, a save without a change), so that no audit entry is due. */
  unchanged: () => void;
};

export type Verb<I, O> = {
  (ctx: Ctx, input: unknown): Promise<O>;
  /** The same inside a transaction that already acts for this actor. */
  within: (tx: Tx, ctx: Ctx, input: unknown) => Promise<O>;
  permission: Permission;
  schema: z.ZodType<I>;
};

/**
 * A change, always in this order: authorize → parse → fresh proof where due → transaction as the actor's role → the body
 * (lock, mutate, post) → audit → emit. A body that neither audits nor says `unchanged` is a fault and rolls back.
 * @throws DomainError forbidden, unauthenticated, invalid, step_up, or what the body or the database refuses
 */
export function verb<I, O>(
  permission: Permission,
  schema: z.ZodType<I>,
  run: (tx: Tx, ctx: VerbCtx, input: I) => Promise<O>,
): Verb<I, O> {
  const body = async (tx: Tx, ctx: Ctx, input: I): Promise<O> => {
    let accounted = false;
    const result = await run(
      tx,
      {
        ...ctx,
        audit: (entry) => {
          accounted = true;
          return writeAudit(tx, ctx, entry);
        },
        emit: (event) => writeEvent(tx, ctx, event),
        unchanged: () => {
          accounted = true;
        },
      },
      input,
    );
    if (!accounted) throw new Error(`The verb ${permission} changed something without an audit entry`);
    return result;
  };
  const call = async (ctx: Ctx, raw: unknown) => {
    const input = admit(permission, schema, ctx.actor, raw);
    const started = performance.now();
    const result = await translate(() => transaction(ctx.actor, (tx) => body(tx, ctx, input)));
    const { kind, organizationId } = ctx.actor;
    const ms = Math.round(performance.now() - started);
    log.info({ verb: permission, actor: kind, organizationId, requestId: ctx.requestId, ms }, "done");
    return result;
  };
  const within = async (tx: Tx, ctx: Ctx, raw: unknown) =>
    body(tx, ctx, admit(permission, schema, ctx.actor, raw));
  return Object.assign(call, { within, permission, schema });
}

export type Query<I, O> = {
  (ctx: Ctx, input: unknown): Promise<O>;
  permission: Permission;
  schema: z.ZodType<I>;
};

/** A read: authorize → parse → read-only transaction as the actor's role. */
export function query<I, O>(
  permission: Permission,
  schema: z.ZodType<I>,
  run: (tx: Tx, ctx: Ctx, input: I) => Promise<O>,
): Query<I, O> {
  const call = async (ctx: Ctx, raw: unknown) => {
    const input = admit(permission, schema, ctx.actor, raw);
    return translate(() => transaction(ctx.actor, (tx) => run(tx, ctx, input), { readOnly: true }));
  };
  return Object.assign(call, { permission, schema });
}

function admit<I>(permission: Permission, schema: z.ZodType<I>, actor: Actor, raw: unknown): I {
  if (!may(subjectOf(actor), permission)) throw actor.kind === "anonymous" ? unauthenticated() : forbidden();
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw fromZod(parsed.error);
  if (actor.kind === "user" && needsStepUp(permission) && !isFresh(actor.provenAt, clock.now()))
    throw stepUpNeeded();
  return parsed.data;
}

async function translate<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw fromPostgres(error) ?? error;
  }
}
