import common from "./common.json";

/** One catalog file per domain; the file's name is its namespace. */
const messages = { common };

export default messages;
