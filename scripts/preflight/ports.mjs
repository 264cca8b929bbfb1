import { createServer } from "node:net";
import { Problem } from "./problem.mjs";

/** Listens for an instant: undefined when the port is free, otherwise the error's code. */
export function probe(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code ?? "UNKNOWN"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** The first free port from `from` upwards that is not in `except`. */
export async function nextFree(from, { host, except = [] } = {}) {
  for (let port = from; port <= 65_535; port++)
    if (!except.includes(port) && (await probe(port, host)) === undefined) return port;
  throw new Problem(`No free port from ${from} upwards.`);
}

/** A free port that the operating system picks. */
export function anyFree(host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port: 0, host }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The web's address, from PORT and HOST; throws a Problem that says what to type when it can't be had. */
export async function webAddress({ PORT, HOST }) {
  const port = PORT ? Number(PORT) : 3000;
  const host = HOST || "127.0.0.1";
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Problem(`PORT must be a whole number from 1 to 65535, not “${PORT}”.`);
  const refused = await probe(port, host);
  if (refused === undefined) return { port, host };
  if (refused === "EADDRINUSE") {
    const other = await nextFree(port + 10 > 65_535 ? 3000 : port + 10, { host });
    throw new Problem(`Port ${port} is taken by another program. Choose another: PORT=${other} npm start`);
  }
  if (refused === "EACCES")
    throw new Problem(`Port ${port} needs administrator rights. Choose another: PORT=3000 npm start`);
  throw new Problem(
    `Can't listen on ${host}:${port} (${refused}). Set HOST and PORT to an address of this machine.`,
  );
}
