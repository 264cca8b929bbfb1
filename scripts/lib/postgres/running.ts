import type { Values } from "../env-file";
import { SUPERUSER } from "./cluster";
import { DATABASE } from "./embedded";
import { readPidFile } from "./pid-file";
import { projectPlace } from "./place";

/** The owner's connection: DATABASE_URL, or the database of an `npm start` that is running; undefined when there is neither. */
export async function ownerUrl(root: string, env: Values): Promise<string | undefined> {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  const place = await projectPlace(root);
  const server = await readPidFile(place.data);
  const password = env.EMBEDDED_POSTGRES_PASSWORD;
  if (!server || !password) return undefined;
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${DATABASE}`;
}
