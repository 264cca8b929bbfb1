/** The reason of an abort that a person asked for. */
export class Interrupted extends Error {
  name = "Interrupted";
}

/**
 * Turns Ctrl-C, SIGTERM and a closed terminal into one AbortSignal.
 * npm passes on the SIGINT that the terminal has already sent us: what comes within two seconds is the same Ctrl-C.
 * @param {() => void} force called when a person insists
 */
export function onInterrupt(force) {
  const controller = new AbortController();
  let first = 0;
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(name, () => {
      if (!controller.signal.aborted) {
        first = performance.now();
        controller.abort(new Interrupted("stopped"));
      } else if (performance.now() - first > 2000) force();
    });
  watchParent(() => process.emit("SIGTERM"));
  // A terminal or pipe that has gone away must not turn a clean stop into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  return controller.signal;
}

/** A SIGTERM sent to npm ends npm and the shell between, but never reaches us: notice that they are gone. */
function watchParent(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

/** Prints what went wrong as people should see it, and returns the exit code for it. */
export function report(error) {
  if (error?.name === "Interrupted") return 130;
  const known = error?.name === "Problem";
  console.error(`\n${known ? error.message : (error?.stack ?? error)}`);
  if (known) for (const line of error.lines) console.error(`  ${line}`);
  return 1;
}
