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

/** The product under test: started by `npm run test:e2e`, with a database and a sandbox of its own. */
export const server = {
  get baseUrl() {
    return setting("E2E_BASE_URL");
  },
  /** The stand-ins for Stripe and Resend, and the mailbox. */
  get sandboxUrl() {
    return setting("E2E_SANDBOX_URL");
  },
  /** Connection of the database's owner, to look behind the scenes. */
  get databaseUrl() {
    return setting("E2E_DATABASE_URL");
  },
  /** What the product's processes run with. */
  get settings() {
    return JSON.parse(setting("E2E_SETTINGS")) as Record<string, string>;
  },
  /** Who the demo data lets in. */
  signIn(role: "admin" | "accountant" | "client"): SignIn {
    const all = JSON.parse(setting("E2E_SIGN_INS")) as SignIn[];
    const found = all.find((one) => one.role === role);
    if (!found) throw new Error(`The demo data has no ${role}`);
    return found;
  },
};
