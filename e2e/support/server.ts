import type { Stack } from "@/scripts/lib/test/stack";

export interface SignIn {
  role: string;
  email: string;
  password: string;
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the stories by npm run test:e2e`);
  return value;
}

function stack(): Stack {
  const stacks = JSON.parse(setting("E2E_STACKS")) as Stack[];
  const own = stacks[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  if (!own) throw new Error(`There are only ${stacks.length} products for this worker to choose from`);
  return own;
}

/** The product under test: started by `npm run test:e2e`, another one for each of Playwright's workers. */
export const server = {
  get baseUrl() {
    return stack().baseUrl;
  },
  /** The stand-ins for Stripe and Resend, and the mailbox. */
  get sandboxUrl() {
    return stack().sandboxUrl;
  },
  /** Connection of the database's owner, to look behind the scenes. */
  get databaseUrl() {
    return stack().databaseUrl;
  },
  /** What the product's processes run with. */
  get settings() {
    return stack().settings;
  },
  /** Who the demo data lets in. */
  signIn(role: "admin" | "accountant" | "client"): SignIn {
    const all = JSON.parse(setting("E2E_SIGN_INS")) as SignIn[];
    const found = all.find((one) => one.role === role);
    if (!found) throw new Error(`The demo data has no ${role}`);
    return found;
  },
};
