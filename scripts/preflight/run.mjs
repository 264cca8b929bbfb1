import { spawn } from "node:child_process";

const KEPT_LINES = 40;

/**
 * Runs a command in a process group of its own, so that Ctrl-C reaches it only through us, and in our order.
 * On abort the whole group is ended: SIGTERM, then SIGKILL after `grace` milliseconds.
 */
export function run(command, args, { signal, onLine, grace = 4000, ...options } = {}) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const lines = [];
    let timer;
    const stop = () => {
      killGroup(child, "SIGTERM");
      timer = setTimeout(() => killGroup(child, "SIGKILL"), grace);
    };
    const settle = (finish) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      finish();
    };
    signal?.addEventListener("abort", stop, { once: true });
    for (const stream of [child.stdout, child.stderr])
      eachLine(stream, (line) => {
        lines.push(line);
        if (lines.length > KEPT_LINES) lines.shift();
        onLine?.(line);
      });
    child.once("error", (error) => settle(() => reject(error)));
    child.once("close", (code) =>
      settle(() => (signal?.aborted ? reject(signal.reason) : resolve({ code: code ?? 1, lines }))),
    );
  });
}

/** Sends a signal to a detached child's whole group; one that has ended already is no error. */
export function killGroup(child, name) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Calls back with each line of a stream, without its line ending. */
export function eachLine(stream, callback) {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk) => {
    const parts = (rest + chunk).split(/\r?\n|\r/);
    rest = parts.pop() ?? "";
    for (const line of parts) callback(line);
  });
  stream.on("end", () => {
    if (rest) callback(rest);
  });
}
