import { nextFree } from "../../preflight/ports.mjs";
import { halt, initialize, launch, SUPERUSER } from "./cluster";
import { ask } from "./connect";
import { clearStalePidFile } from "./pid-file";
import { type Place, projectPlace } from "./place";

/** The one database of the embedded server. */
export const DATABASE = "counterfoil";

export interface Embedded {
  url: string;
  port: number;
  place: Place;
  stop: () => Promise<void>;
}

interface EmbeddedOptions {
  root: string;
  password: string;
  /** The first port to try. */
  port: number;
  signal: AbortSignal;
  say: (text: string) => void;
  /** Told how to stop the server as soon as there may be one. */
  onStoppable: (stop: () => Promise<void>) => void;
}

/** Starts this project's PostgreSQL, or adopts the one that a killed run left behind, and makes sure of its database. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { root, password, signal, say } = options;
  const place = await projectPlace(root);
  const stop = () => halt(place);
  options.onStoppable(stop);
  await initialize(place, password, { signal, onCreate: () => say("creating its files") });
  say("starting the server");
  const port = (await adopt(place, password)) ?? (await fresh(place, options.port));
  const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  const found = await ask(url("postgres"), `select 1 from pg_database where datname = '${DATABASE}'`, {
    signal,
  });
  if (found.length === 0) await ask(url("postgres"), `create database ${DATABASE}`, { signal });
  return { url: url(DATABASE), port, place, stop };
}

async function adopt(place: Place, password: string): Promise<number | undefined> {
  const orphan = await clearStalePidFile(place.data);
  if (!orphan) return undefined;
  const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${orphan.port}/postgres`;
  const answer = await ask(url, "show data_directory", { patience: 3000 }).catch(() => undefined);
  if (answer?.[0]?.data_directory === place.data) return orphan.port;
  await halt(place);
  return undefined;
}

async function fresh(place: Place, from: number): Promise<number> {
  const port = await nextFree(from);
  await launch(place, port);
  return port;
}
