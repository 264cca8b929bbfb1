import { hash, verify } from "@node-rs/argon2";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { nobodyFrom, PASSWORD, personFixture } from "@/tests/people";
import { verifyPassword } from "./password";
import { signIn } from "./sign-in";

vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) };
});

const db = testDatabase();
const KEYS = [1, 2].map((version) => ({ version, key: Buffer.alloc(32, version) }));
const wrong = "a wrong password";

beforeEach(() => {
  vi.clearAllMocks();
  clock.reset();
  env().PASSWORD_PEPPER = [];
});

const attempt = (email: string, password: string, ip: string | null = null) =>
  signIn(nobodyFrom(ip), { email, password }, "Test browser");
const stored = async (userId: string) =>
  (await db.admin`select password_hash, pepper_version from users where id = ${userId}`)[0];

describe("an unknown user and a wrong password", () => {
  it("get the same answer by the same work", async () => {
    const { email } = await personFixture(db);
    await verifyPassword(undefined, wrong);
    for (const address of [email, `${newId()}@example.com`]) {
      vi.clearAllMocks();
      await expect(attempt(address, wrong)).rejects.toMatchObject({
        code: "invalid",
        key: "wrongCredentials",
      });
      expect([address, vi.mocked(hash).mock.calls.length]).toEqual([address, 0]);
      expect([address, vi.mocked(verify).mock.calls.length]).toEqual([address, 1]);
    }
  });
});

describe("wrong tries", () => {
  it("are verified five times at most, of a hundred at once, known account or not", async () => {
    const { email } = await personFixture(db);
    clock.set("2026-05-01T10:00:00Z");
    for (const address of [email, `${newId()}@example.com`]) {
      vi.mocked(verify).mockClear();
      const results = await Promise.allSettled(Array.from({ length: 100 }, () => attempt(address, wrong)));
      const keys = results.map((result) => (result.status === "rejected" ? result.reason.key : "signed in"));
      expect(keys.filter((key) => key === "wrongCredentials")).toHaveLength(5);
      expect(keys.filter((key) => key === "waitSeconds|30")).toHaveLength(95);
      expect(vi.mocked(verify)).toHaveBeenCalledTimes(5);
    }
  });

  it("are kept as keyed hashes, out of every role's reach", async () => {
    const { email } = await personFixture(db);
    await expect(attempt(email, wrong, "192.0.2.7")).rejects.toMatchObject({ key: "wrongCredentials" });
    const rows = await db.admin`select t::text as row from throttles t`;
    expect(rows.some(({ row }) => row.includes(email) || row.includes("192.0.2.7"))).toBe(false);
    const [granted] = await db.admin`
      select bool_or(has_table_privilege(r.rolname, 'throttles', 'select,insert,update,delete')) as any
      from pg_roles r where r.rolname like 'cf\\_%'`;
    expect(granted?.any).toBe(false);
  });
});

describe("a password", () => {
  it("is hashed anew at the sign-in when the parameters have risen", async () => {
    const { email, userId } = await personFixture(db);
    const weak = await hash(PASSWORD, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await db.admin`update users set password_hash = ${weak} where id = ${userId}`;
    await attempt(email, PASSWORD);
    const first = await stored(userId);
    expect(first?.password_hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    await attempt(email, PASSWORD);
    expect(await stored(userId)).toEqual(first);
  });

  it("gets the newest pepper at the sign-in, and is checked with its own until then", async () => {
    const { email, userId } = await personFixture(db);
    expect(await stored(userId)).toMatchObject({ pepper_version: null });
    env().PASSWORD_PEPPER = KEYS.filter(({ version }) => version === 1);
    await expect(attempt(email, wrong)).rejects.toMatchObject({ key: "wrongCredentials" });
    expect(await stored(userId)).toMatchObject({ pepper_version: null });
    await attempt(email, PASSWORD);
    expect(await stored(userId)).toMatchObject({ pepper_version: 1 });
    env().PASSWORD_PEPPER = KEYS.toReversed();
    await attempt(email, PASSWORD);
    expect(await stored(userId)).toMatchObject({ pepper_version: 2 });
    await expect(attempt(email, wrong)).rejects.toMatchObject({ key: "wrongCredentials" });
  });

  it("whose pepper is gone says so to the operator, not to the person", async () => {
    env().PASSWORD_PEPPER = KEYS.toReversed();
    const { email } = await personFixture(db);
    env().PASSWORD_PEPPER = KEYS.filter(({ version }) => version === 1);
    await expect(attempt(email, PASSWORD)).rejects.toThrow(
      "hashed with pepper v2, which PASSWORD_PEPPER does not hold",
    );
  });

  it("is the same however its characters were typed", async () => {
    const { email, userId } = await personFixture(db);
    const composed = await hash("un café très loin", { algorithm: 2, memoryCost: 65_536, timeCost: 3 });
    await db.admin`update users set password_hash = ${composed} where id = ${userId}`;
    await attempt(email, "un cafe\u0301 tre\u0300s loin");
  });
});
