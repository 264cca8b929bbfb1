import type { Sql, TransactionSql } from "postgres";

/** Long statements (many rows at once) come in too many shapes to keep a plan for each. */
const MOST_PARAMETERS = 400;

type Unsafe = Sql["unsafe"];
type AnySql = Sql | TransactionSql;

/**
 * The same connection, with every statement of the query builder prepared by name. postgres.js keeps prepared
 * statements per connection, and only those can be sent together: an unnamed one waits for its description first.
 */
export function prepared<S extends AnySql>(sql: S): S {
  const unsafe: Unsafe = (query, parameters = [], options = {}) =>
    sql.unsafe(query, parameters, {
      ...options,
      prepare: parameters.length > 0 && parameters.length <= MOST_PARAMETERS,
    });
  /** `begin` and `savepoint` take a callback last, which is given a connection of its own. */
  const nested =
    (method: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      const run = args.pop() as (inner: TransactionSql) => unknown;
      return method(...args, (inner: TransactionSql) => run(prepared(inner)));
    };
  return new Proxy(sql, {
    get(target, property) {
      if (property === "unsafe") return unsafe;
      const value: unknown = Reflect.get(target, property);
      return property === "begin" || property === "savepoint"
        ? nested(value as (...args: unknown[]) => unknown)
        : value;
    },
  });
}
