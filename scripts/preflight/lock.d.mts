/**
 * Lets one `npm start` at a time have this directory; resolves with what releases it.
 * @throws Problem when another one runs here
 */
export function claim(root: string, address: string): Promise<() => Promise<void>>;
