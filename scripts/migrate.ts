import { migrate } from "../db/migrate";
import { parseEnv } from "../lib/platform/env";
import { sealStaged } from "../lib/platform/seal-staged";

/** `npm run db:migrate`: brings the database of DATABASE_URL up to date. */
const env = parseEnv(process.env);
if (!env.DATABASE_URL) throw new Error("DATABASE_URL must be set: migrations need the owner's connection");
await migrate({
  ownerUrl: env.DATABASE_URL,
  appPassword: env.DATABASE_APP_PASSWORD,
  sealStaged,
  onStep: (text) => console.log(`migrating: ${text}`),
});
