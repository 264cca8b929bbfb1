import type { Permission } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/platform/context";

/** A verb or query as it is exported: what it asks for, what it takes. */
export type AnyVerb = {
  (ctx: Ctx, input: unknown): Promise<unknown>;
  permission: Permission;
  schema: { safeParse: (input: unknown) => { success: boolean } };
};

const isVerb = (value: unknown): value is AnyVerb =>
  typeof value === "function" && "permission" in value && "schema" in value;

// What belongs to requests of Next.js holds no verb, and runs nowhere else.
const modules = import.meta.glob<Record<string, unknown>>(
  [
    "../lib/**/*.ts",
    "!../lib/**/*.test.ts",
    "!../lib/web/**",
    "!../lib/auth/next-auth.ts",
    "!../lib/i18n/request.ts",
  ],
  { eager: true },
);

/** Every verb and query that a file of lib exports, by file and name. */
export const verbs: ReadonlyMap<string, AnyVerb> = new Map(
  Object.entries(modules).flatMap(([file, exported]) =>
    Object.entries(exported).flatMap(([name, value]) =>
      isVerb(value) ? [[`${file.replace("../", "")} ${name}`, value] as const] : [],
    ),
  ),
);

/** Fits no schema. */
export const JUNK = Symbol("junk");

/**
 * An input in which every name that stands for a row stands for this one, and every other has a value that usually fits:
 * schemas take what they name, and leave the rest.
 */
export const inputAbout = (id: string): Record<string, unknown> => ({
  ...Object.fromEntries(
    [
      "id",
      "fromId",
      "sourceId",
      "invoiceId",
      "paymentId",
      "clientId",
      "userId",
      "sessionId",
      "linkId",
      "quoteId",
    ]
      .concat([
        "eventId",
        "entryId",
        "refundId",
        "requestId",
        "roleId",
        "customRoleId",
        "factorId",
        "taxRateId",
      ])
      .concat(["subjectId", "creditNoteId", "allocationId", "exportId", "attemptId"])
      .map((name) => [name, id]),
  ),
  version: 1,
  amount: "1.00",
  refundable: 1n,
  reason: "test",
  message: "",
  name: "Elsewhere",
  personName: "Elsewhere",
  email: "elsewhere@example.com",
  currency: "EUR",
  country: "DE",
  method: "bank_transfer",
  from: "2026-01-01",
  to: "2026-12-31",
  date: "2026-03-25",
  on: "2026-03-25",
  voidedOn: "2026-03-25",
  receivedOn: "2026-03-25",
  reversedOn: "2026-03-25",
  refundedOn: "2026-03-25",
  scheduledFor: "2099-01-01",
  status: "active",
  role: "accountant",
  policy: "optional",
  lines: [],
  settles: [],
  instalments: [],
  share: "50",
  percent: "50",
  search: "",
});
