import { sql } from "drizzle-orm";
import { bigint, customType, integer, numeric, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** The one spelling of each kind of column. */

/** UUIDv7, made in the application (`newId`): sorts by creation. */
export const id = (name = "id") => uuid(name).notNull();

/** The tenant: filled from the transaction's actor, checked by row-level security. */
export const organizationId = () => uuid("organization_id").notNull().default(sql`cf.org()`);

/** An amount in minor units of the row's currency. */
export const minor = (name: string) => bigint(name, { mode: "bigint" });

/** A quantity or a unit price: exact, read and written as decimal text. */
export const decimal = (name: string) => numeric(name, { precision: 21, scale: 6 });

/** An exchange rate: units of the organization's currency per unit of the row's, decimal text. */
export const exchangeRate = () => numeric("exchange_rate", { precision: 21, scale: 10 });

/** A rate in parts per million. */
export const ppm = (name: string) => integer(name);

/** A text that is sealed for its row (lib/platform/seal); nobody reads it from the table alone. */
export const sealed = (name: string) => text(name);

/** A calendar date as ISO text. */
export const isoDate = customType<{ data: string; driverData: string }>({ dataType: () => "date" });

export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

export const createdAt = () => instant("created_at").notNull().default(sql`now()`);
export const updatedAt = () => instant("updated_at").notNull().default(sql`now()`);
