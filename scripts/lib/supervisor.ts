import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { eachLine, killGroup } from "../preflight/run.mjs";
import { nextDelay } from "./backoff";
import { LogFile } from "./log-file";

export interface Service {
  name: string;
  /** Arguments of node. */
  args: string[];
  cwd: string;
  env: Record<string, string>;
  /** Milliseconds it may take to finish its work when told to stop. */
  grace: number;
}

interface Running {
  service: Service;
  log: LogFile;
  child: ChildProcess;
  crashes: number[];
  ended: Promise<void>;
}

export interface SupervisorOptions {
  logs: string;
  /** Shows a line to people: a crash, a restart. */
  notice: (line: string) => void;
  /** Called when a service crashed too often. */
  giveUp: (name: string, lines: string[]) => void;
  /** Sees every line of every service. */
  echo?: (name: string, line: string) => void;
}

const leash = pathToFileURL(fileURLToPath(new URL("leash.mjs", import.meta.url))).href;

/** Keeps services running: each in its own process group, with its own log, restarted with backoff when it crashes. */
export class Supervisor {
  readonly #running = new Map<string, Running>();
  #stopping = false;

  constructor(readonly options: SupervisorOptions) {}

  start(service: Service): void {
    const log = new LogFile(join(this.options.logs, `${service.name}.log`));
    this.#launch(service, log, []);
  }

  /** The last lines a service wrote. */
  lastLines(name: string): string[] {
    return [...(this.#running.get(name)?.log.last ?? [])];
  }

  /** Stops one service after the other, in the order of their start; safe to call twice. */
  async stopAll(onStopped: (name: string) => void = () => {}): Promise<void> {
    this.#stopping = true;
    for (const { service, child, ended, log } of this.#running.values()) {
      killGroup(child, "SIGTERM");
      const patience = new AbortController();
      await Promise.race([
        ended,
        wait(service.grace, undefined, { signal: patience.signal }).catch(() => {}),
      ]);
      patience.abort();
      // Also sweeps up what a service itself may have started.
      killGroup(child, "SIGKILL");
      await ended;
      log.close();
      onStopped(service.name);
    }
    this.#running.clear();
  }

  /** Ends everything at once, without waiting. */
  killAll(): void {
    this.#stopping = true;
    for (const { child } of this.#running.values()) killGroup(child, "SIGKILL");
  }

  #launch(service: Service, log: LogFile, crashes: number[]): void {
    const child = spawn(process.execPath, ["--import", leash, ...service.args], {
      cwd: service.cwd,
      env: { ...service.env, SUPERVISOR_PID: String(process.pid) } as unknown as NodeJS.ProcessEnv,
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const hear = (line: string) => {
      if (stripVTControlCharacters(line).trim() === "") return;
      log.write(line);
      this.options.echo?.(service.name, line);
    };
    if (child.stdout) eachLine(child.stdout, hear);
    if (child.stderr) eachLine(child.stderr, hear);
    const ended = new Promise<void>((resolve) => {
      child.once("error", (error) => hear(String(error)));
      child.once("close", (code, signal) => {
        resolve();
        if (!this.#stopping) void this.#crashed(service, log, crashes, signal ?? `exit code ${code}`);
      });
    });
    this.#running.set(service.name, { service, log, child, crashes, ended });
  }

  async #crashed(service: Service, log: LogFile, before: number[], how: string): Promise<void> {
    const crashes = [...before, Date.now()];
    const delay = nextDelay(crashes);
    this.options.notice(`The ${service.name} process ended unexpectedly (${how}). Its last lines:`);
    for (const line of log.last) this.options.notice(`  ${line}`);
    if (delay === undefined) return this.options.giveUp(service.name, [...log.last]);
    this.options.notice(`Starting the ${service.name} process again in ${delay / 1000} s.`);
    await wait(delay);
    if (!this.#stopping) this.#launch(service, log, crashes);
  }
}
