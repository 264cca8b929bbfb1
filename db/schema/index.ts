export * from "./clients";
export * from "./events";
export * from "./invoices";
export * from "./journal";
export * from "./organizations";
export * from "./payments";
export * from "./users";
