import { v7, validate } from "uuid";
import { clock } from "./clock";

let sequence = 0;

/** A new UUIDv7: unique, and sorts by creation, also under a clock that stands still. */
export function newId(): string {
  if (!clock.isSet()) return v7();
  sequence = (sequence + 1) % 0x7fff_ffff;
  return v7({ msecs: clock.now().getTime(), seq: sequence });
}

export const isId = (text: string): boolean => validate(text);
