import { box, type Row } from "./box";
import type { SignIn } from "./database-step";
import { appEnv, type ServiceOptions } from "./services";

/** What to show once everything runs: the address, who may sign in, and where emails arrive. */
export function welcome(options: ServiceOptions, signIns: readonly SignIn[]): string[] {
  const env = appEnv(options);
  const widest = Math.max(0, ...signIns.map(({ email }) => email.length));
  const people = signIns.map(
    ({ role, email, password }): Row => [capital(role), `${email.padEnd(widest)}   ${password}`],
  );
  const rows: Row[] = [
    ["Open", env.APP_URL ?? ""],
    ...(env.SANDBOX_URL ? [["Mailbox", `${env.SANDBOX_URL}/mailbox   where its emails arrive`] as Row] : []),
    ...(people.length > 0 ? [null, ...people] : []),
    null,
    ["Logs", ".data/logs"],
    ["Stop", "Ctrl-C"],
  ];
  return box("Counterfoil is ready", rows);
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
