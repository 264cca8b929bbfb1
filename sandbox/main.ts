import { createSandbox } from "./server";
import { readSettings, SettingsError } from "./settings";

async function main(): Promise<void> {
  const sandbox = await createSandbox(readSettings());
  console.log(`The sandbox listens on ${sandbox.url}`);
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function describe(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
    return "The sandbox does not start: its port is taken; set SANDBOX_PORT to another one.";
  return `The sandbox does not start: ${error instanceof Error ? error.message : String(error)}`;
}

main().catch((error: unknown) => {
  console.error(describe(error));
  process.exit(1);
});
