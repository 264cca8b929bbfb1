import { z } from "zod";
import { cardNumberIn } from "./card-number";
import { isCurrency } from "./currencies";
import { isIsoDate } from "./dates";
import { decimalPlaces, isDecimal } from "./decimal";
import { over } from "./problem";

/**
 * The building blocks of every input schema, in the browser and on the server.
 * Messages are keys of the `errors` message catalog. Text fields take what a form holds: always strings.
 */

// Control characters (PostgreSQL refuses NUL) and direction overrides, which make text read as something else.
const UNSEEN = /(?![\n\t])[\p{Cc}\u202d\u202e]/gu;
const clean = (text: string) => text.replace(/\r\n?/g, "\n").replace(UNSEEN, "").normalize("NFC").trim();

/** No text that people enter holds a card's number: it would be stored, sent and printed (PCI DSS 3.4). */
const holdsNoCard = (value: string | null) => !value || cardNumberIn(value) === null;

/** Text that must say something; at most `max` characters. */
export const text = (max: number) =>
  z
    .string("required")
    .transform(clean)
    .pipe(z.string().min(1, "required").max(max, over("tooLong", max)))
    .refine(holdsNoCard, "cardNumber");

/** Text that may be empty, which becomes null; at most `max` characters. */
export const optionalText = (max: number) =>
  z
    .string("invalid")
    .nullish()
    .transform((value) => clean(value ?? "") || null)
    .pipe(z.string().max(max, over("tooLong", max)).nullable())
    .refine(holdsNoCard, "cardNumber");

const MAX_PHONE = 40;
/** ITU-T E.164: longer than any phone number. */
const CARD_DIGITS = 16;

/** A phone number as people write it; a shorter card's number may be one. */
export const optionalPhone = z
  .string("invalid")
  .nullish()
  .transform((value) => clean(value ?? "") || null)
  .pipe(z.string().max(MAX_PHONE, over("tooLong", MAX_PHONE)).nullable())
  .refine((value) => (cardNumberIn(value ?? "")?.length ?? 0) < CARD_DIGITS, "cardNumber");

/** RFC 5321, 4.5.3.1.3. */
const MAX_EMAIL = 254;

/** An email address, lower-cased. */
export const email = z
  .string("required")
  .transform((value) => clean(value).toLowerCase())
  .pipe(z.string().min(1, "required").max(MAX_EMAIL, over("tooLong", MAX_EMAIL)).pipe(z.email("email")));

export const optionalEmail = z
  .string("email")
  .nullish()
  .transform((value) => clean(value ?? "").toLowerCase() || null)
  .pipe(z.email("email").max(MAX_EMAIL, over("tooLong", MAX_EMAIL)).nullable());

export const id = z.uuid("invalid");

/** A date that exists, YYYY-MM-DD. */
export const isoDate = z.string("required").min(1, "required").refine(isIsoDate, "date");

export const currency = z.string("required").refine(isCurrency, "currency");

/** A country as ISO 3166-1 alpha-2. */
export const country = z.string("required").regex(/^[A-Z]{2}$/, "country");

/** A plain decimal as text: no exponent, at most `places` decimals, magnitude at most `max`. */
export const decimalText = (places: number, max: number) =>
  z
    .string("required")
    .transform((value) => value.trim())
    .pipe(
      z
        .string()
        .min(1, "required")
        .refine(isDecimal, { error: "number", abort: true })
        .refine((value) => decimalPlaces(value) <= places, {
          error: over("tooManyDecimals", places),
          abort: true,
        })
        .refine((value) => Math.abs(Number(value)) <= max, over("tooLarge", max)),
    );

/** A whole number of days, as typed. */
export const days = (max: number) =>
  z
    .string("required")
    .trim()
    .regex(/^\d{1,4}$/, "wholeNumber")
    .transform(Number)
    .refine((value) => value <= max, over("tooLarge", max));

/** A field that may be empty, which becomes null; anything else must be what the schema says. */
export const blankOr = <T>(schema: z.ZodType<T, string>) =>
  z
    .string("invalid")
    .nullish()
    .transform((value) => value || null)
    .pipe(schema.nullable());
