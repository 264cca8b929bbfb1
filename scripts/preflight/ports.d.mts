/** Listens for an instant: undefined when the port is free, otherwise the error's code. */
export function probe(port: number, host?: string): Promise<string | undefined>;

/** The first free port from `from` upwards that is not in `except`. */
export function nextFree(from: number, options?: { host?: string; except?: number[] }): Promise<number>;

/** A free port that the operating system picks. */
export function anyFree(host?: string): Promise<number>;

/** The web's address, from PORT and HOST; throws a Problem that says what to type when it can't be had. */
export function webAddress(env: NodeJS.ProcessEnv): Promise<{ port: number; host: string }>;
