import { badParam } from "../errors";
import type { RawObject } from "../form";
import type { Needed, Rule } from "./rules";

export type Shape = Record<string, Rule<unknown>>;

type Value<R> = R extends Needed<infer T> ? T : R extends Rule<infer T> ? T | undefined : never;
export type Params<S extends Shape> = { [K in keyof S]: Value<S[K]> };

/**
 * Reads the parameters of a request.
 * @throws StripeError `parameter_unknown`, `parameter_missing`, or what the rule of a parameter says.
 */
export function readParams<S extends Shape>(shape: S, raw: RawObject, path = ""): Params<S> {
  const name = (key: string) => (path === "" ? key : `${path}[${key}]`);
  const unknown = Object.keys(raw).filter((key) => !Object.hasOwn(shape, key));
  if (unknown[0] !== undefined) {
    const names = unknown.map(name).join(", ");
    throw badParam(
      `Received unknown parameter${unknown.length > 1 ? "s" : ""}: ${names}`,
      name(unknown[0]),
      "parameter_unknown",
    );
  }
  const read: Record<string, unknown> = {};
  for (const [key, rule] of Object.entries(shape)) {
    const value = raw[key];
    if (value !== undefined) read[key] = rule.read(value, name(key));
    else if ("needed" in rule)
      throw badParam(`Missing required param: ${name(key)}.`, name(key), "parameter_missing");
  }
  return read as Params<S>;
}

/** A nested object of parameters. */
export const object = <S extends Shape>(shape: S): Rule<Params<S>> => ({
  read: (raw, path) => {
    if (typeof raw !== "object") throw badParam("Invalid object", path);
    return readParams(shape, raw, path);
  },
});
