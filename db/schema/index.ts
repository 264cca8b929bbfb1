export * from "./clients";
export * from "./events";
export * from "./invoice-parts";
export * from "./invoices";
export * from "./journal";
export * from "./organizations";
export * from "./payments";
export * from "./users";
