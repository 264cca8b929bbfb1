export type FieldRecord = Record<string, unknown> | null | undefined;

/** One changed field as texts; undefined on the side that does not have it, empty where it holds nothing. */
export type ChangedField = { name: string; before: string | undefined; after: string | undefined };

/** The longest text that is shown of one value. */
const LONGEST = 160;

/** What an audit entry says, field by field, without those that hold nothing on either side. */
export function changedFields(before: FieldRecord, after: FieldRecord): ChangedField[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names]
    .map((name) => ({ name, before: side(before, name), after: side(after, name) }))
    .filter((field) => field.before || field.after);
}

function side(record: FieldRecord, name: string): string | undefined {
  return record && Object.hasOwn(record, name) ? words(record[name]) : undefined;
}

function words(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")}…` : text;
}
