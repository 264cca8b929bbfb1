/** A column of sealed texts, the one that is its row's id, and the one that names the row's organization. */
export type SealedColumn = {
  table: string;
  column: string;
  key: "id";
  tenant: "organization_id" | "id";
  /** The column beside it by whose keyed hash the exact text is found. */
  hash?: string;
};

const own = { key: "id", tenant: "organization_id" } as const;

/** Every column that holds sealed text, for whatever goes through all of them: new keys, above all. */
export const sealedColumns = [
  { table: "factors", column: "secret_sealed", ...own },
  { table: "organizations", column: "tax_number_sealed", key: "id", tenant: "id" },
  { table: "organizations", column: "address_sealed", key: "id", tenant: "id" },
  { table: "organizations", column: "payment_instructions_sealed", key: "id", tenant: "id" },
  { table: "clients", column: "tax_number_sealed", hash: "tax_number_hash", ...own },
  { table: "clients", column: "address_sealed", ...own },
  { table: "contacts", column: "phone_sealed", ...own },
  { table: "invoices", column: "seller_sealed", ...own },
  { table: "invoices", column: "buyer_sealed", ...own },
  { table: "invoices", column: "payment_instructions_sealed", ...own },
  { table: "webhook_inbox", column: "payload_sealed", ...own },
  { table: "data_export_parts", column: "content_sealed", ...own },
] as const satisfies readonly SealedColumn[];

type Listed = (typeof sealedColumns)[number];
export type SealedTable = Listed["table"];
/** The columns of a table that are listed: a field can't be sealed into one that new keys would not reach. */
export type SealedColumnOf<T extends SealedTable> = Extract<Listed, { table: T }>["column"];
