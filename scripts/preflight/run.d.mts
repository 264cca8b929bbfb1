import type { ChildProcess, SpawnOptions } from "node:child_process";
import type { Readable } from "node:stream";

export interface RunOptions extends Omit<SpawnOptions, "detached" | "env" | "stdio"> {
  env?: Record<string, string | undefined>;
  signal?: AbortSignal;
  onLine?: (line: string) => void;
  /** Milliseconds between SIGTERM and SIGKILL when aborted. */
  grace?: number;
}

/** Runs a command in a process group of its own; resolves with its exit code and last lines, rejects when aborted. */
export function run(
  command: string,
  args: string[],
  options?: RunOptions,
): Promise<{ code: number; lines: string[] }>;

/** Sends a signal to a detached child's whole group; one that has ended already is no error. */
export function killGroup(child: ChildProcess, name: NodeJS.Signals): void;

/** Calls back with each line of a stream, without its line ending. */
export function eachLine(stream: Readable, callback: (line: string) => void): void;
