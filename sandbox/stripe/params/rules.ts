import { badParam, notSimulated } from "../errors";
import type { Raw } from "../form";

/** Reads one parameter: `path` is its full name, as in `line_items[0][quantity]`. */
export interface Rule<T> {
  read: (raw: Raw, path: string) => T;
}

/** A rule whose parameter must be there. */
export interface Needed<T> extends Rule<T> {
  needed: true;
}

export const needed = <T>(rule: Rule<T>): Needed<T> => ({ ...rule, needed: true });

const rule = <T>(read: Rule<T>["read"]): Rule<T> => ({ read });

function plain(raw: Raw, path: string): string {
  if (typeof raw !== "string") throw badParam("Invalid string: an object was given", path);
  if (raw === "") throw badParam(`An empty string was given for '${path}'.`, path, "parameter_invalid_empty");
  return raw;
}

export const text = (max = 5_000): Rule<string> =>
  rule((raw, path) => {
    const value = plain(raw, path);
    if ([...value].length > max)
      throw badParam(`Invalid string: ${value.slice(0, 20)}…; must be at most ${max} characters`, path);
    return value;
  });

export const oneOf = <const T extends string>(values: readonly T[]): Rule<T> =>
  rule((raw, path) => {
    const value = plain(raw, path);
    const known = values.find((one) => one === value);
    if (known === undefined) throw badParam(`Invalid ${path}: must be one of ${values.join(", ")}`, path);
    return known;
  });

export const integer = (min?: bigint, max?: bigint): Rule<bigint> =>
  rule((raw, path) => {
    const value = plain(raw, path);
    if (!/^-?\d{1,18}$/.test(value))
      throw badParam(`Invalid integer: ${value.slice(0, 50)}`, path, "parameter_invalid_integer");
    const number = BigInt(value);
    if (min !== undefined && number < min)
      throw badParam(
        `This value must be greater than or equal to ${min}.`,
        path,
        "parameter_invalid_integer",
      );
    if (max !== undefined && number > max)
      throw badParam(`This value must be less than or equal to ${max}.`, path, "parameter_invalid_integer");
    return number;
  });

export const flag = (): Rule<boolean> =>
  rule((raw, path) => {
    const value = plain(raw, path);
    if (value !== "true" && value !== "false") throw badParam(`Invalid boolean: ${value.slice(0, 50)}`, path);
    return value === "true";
  });

export const email = (max = 800): Rule<string> =>
  rule((raw, path) => {
    const value = text(max).read(raw, path);
    if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$|^[^\s@<>]+@localhost$/.test(value))
      throw badParam(`Invalid email address: ${value.slice(0, 100)}`, path, "email_invalid");
    return value;
  });

/** An address to send a browser to; `{PLACEHOLDERS}` in it are allowed. */
export const webUrl = (): Rule<string> =>
  rule((raw, path) => {
    const value = text(5_000).read(raw, path);
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    if (!parsed || !/^https?:$/.test(parsed.protocol)) throw badParam("Not a valid URL", path, "url_invalid");
    return value;
  });

export const list = <T>(item: Rule<T>, max = 100): Rule<T[]> =>
  rule((raw, path) => {
    const keys = typeof raw === "object" ? Object.keys(raw) : [];
    if (typeof raw !== "object" || keys.some((key) => !/^\d{1,4}$/.test(key)))
      throw badParam("Invalid array", path);
    if (keys.length > max) throw badParam(`Array too long: at most ${max} entries are allowed`, path);
    return keys.map((key) => item.read(raw[key], `${path}[${key}]`));
  });

/** For a parameter of Stripe's that the sandbox does not act upon. */
export const unsimulated = (): Rule<undefined> =>
  rule((_raw, path) => {
    throw notSimulated(path);
  });

/** For many of those at once: a shape of names, separated by spaces. */
export const unsimulatedNames = (names: string): object =>
  Object.fromEntries(names.split(" ").map((name) => [name, unsimulated()]));

/** For a switch that the sandbox only knows in some positions. */
export const only = <T>(inner: Rule<T>, ...values: T[]): Rule<T> =>
  rule((raw, path) => {
    const read = inner.read(raw, path);
    if (!values.includes(read)) throw notSimulated(path);
    return read;
  });
