import { ensureProgram } from "./program";

/** hledger (GPL), which checks the exported journal and adds its balances up once more. */
export const ensureHledger = () =>
  ensureProgram({ command: "hledger", packageName: "hledger", variable: "HLEDGER_PATH" });

/** beancount's own checker of its format. */
export const ensureBeanCheck = () =>
  ensureProgram({ command: "bean-check", packageName: "beancount", variable: "BEAN_CHECK_PATH" });
