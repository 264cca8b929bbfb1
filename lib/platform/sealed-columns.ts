/** Every column that holds sealed text, for whatever goes through all of them: new keys, above all. */
export const sealedColumns = [
  { table: "factors", column: "secret_sealed", key: "id" },
  { table: "data_export_parts", column: "content_sealed", key: "id" },
] as const;
