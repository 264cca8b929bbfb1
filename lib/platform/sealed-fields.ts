import { open, seal } from "./seal";
import type { SealedColumnOf, SealedTable } from "./sealed-columns";

/** Whose secret it is: the row and its organization. */
export type Owner = { id: string; organizationId: string };

/** A text that is kept sealed in a column. Nothing stays nothing. */
export function sealedText<T extends SealedTable>(table: T, column: SealedColumnOf<T>) {
  const placeOf = ({ id, organizationId }: Owner) => ({ table, column, id, organizationId });
  return {
    seal: (owner: Owner, text: string | null | undefined): string | null =>
      text ? seal(text, placeOf(owner)) : null,
    /** @throws Error as `open` of lib/platform/seal does */
    open: (owner: Owner, sealed: string | null): string | null =>
      sealed === null ? null : open(sealed, placeOf(owner)),
  };
}

/** Values that belong together, sealed as one JSON text; nothing where all of them are `empty`. */
export function sealedRecord<R extends object, T extends SealedTable>(
  table: T,
  column: SealedColumnOf<T>,
  empty: R,
) {
  const text = sealedText(table, column);
  const nothing = JSON.stringify(empty);
  return {
    seal: (owner: Owner, record: R): string | null => {
      const json = JSON.stringify(record);
      return text.seal(owner, json === nothing ? null : json);
    },
    /** @throws Error as `open` of lib/platform/seal does */
    open: (owner: Owner, sealed: string | null): R => {
      const json = text.open(owner, sealed);
      return json === null ? empty : { ...empty, ...(JSON.parse(json) as R) };
    },
  };
}
