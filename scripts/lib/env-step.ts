import { join } from "node:path";
import { appendEnvFile, filled, readEnvFile, type Values } from "./env-file";
import { checkDatabase, checkKeys, missingSecrets } from "./settings";

/**
 * Every setting: those in the environment, then those in .env.local, where secrets that are missing are written first.
 * @throws Problem when settings contradict one another
 */
export async function prepareEnv({ root, noDemo }: { root: string; noDemo: boolean }): Promise<{
  env: Values;
  added: number;
}> {
  const path = join(root, ".env.local");
  const given = { ...(await readEnvFile(path)), ...filled(process.env) };
  const fresh = missingSecrets(given, { embedded: !given.DATABASE_URL, demo: !noDemo });
  const env = { ...given, ...fresh };
  checkDatabase(env);
  checkKeys(env);
  await appendEnvFile(
    path,
    fresh,
    `Written by npm start on ${new Date().toISOString().slice(0, 10)}. Keep it secret.`,
  );
  return { env, added: Object.keys(fresh).length };
}
