import { createWriteStream, existsSync, mkdirSync, renameSync, type WriteStream } from "node:fs";
import { dirname } from "node:path";

/** A service's log file, which keeps the previous run's beside it, and its last lines at hand. */
export class LogFile {
  readonly last: string[] = [];
  readonly #file: WriteStream;

  constructor(readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path)) renameSync(path, `${path}.1`);
    this.#file = createWriteStream(path, { mode: 0o600 });
    // A full disk must not take the services down with it.
    this.#file.on("error", () => {});
  }

  write(line: string): void {
    this.last.push(line);
    if (this.last.length > 15) this.last.shift();
    this.#file.write(`${line}\n`);
  }

  close(): void {
    this.#file.end();
  }
}
