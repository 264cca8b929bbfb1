import { afterEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { testDatabase } from "@/tests/database";
import { nobodyFrom } from "@/tests/people";
import { guardPassword } from "./throttle";

const db = testDatabase();
const START = Date.parse("2026-05-01T10:00:00Z");

afterEach(() => clock.reset());

/** Tries a password that is right or wrong; what came of it. */
const attempt = (email: string, right: boolean, ip: string | null = null): Promise<string> =>
  guardPassword(nobodyFrom(ip), email, async () => right || undefined).then(
    (result) => (result ? "right" : "wrong"),
    (error: { key: string }) => error.key,
  );

describe("wrong tries at an account", () => {
  it("wait twice as long each time, up to an hour, and so does a right one, which then clears them", async () => {
    const email = `${newId()}@example.com`;
    let passed = 0;
    const later = (seconds: number) => {
      passed += seconds;
      clock.set(new Date(START + passed * 1000));
    };
    later(0);
    for (let tries = 0; tries < 5; tries += 1) expect(await attempt(email, false)).toBe("wrong");
    for (const [wait, problem] of [
      [30, "waitSeconds|30"],
      [60, "waitSeconds|60"],
      [120, "waitMinutes|2"],
      [240, "waitMinutes|4"],
    ] as const) {
      expect(await attempt(email, true)).toBe(problem);
      later(wait);
      expect(await attempt(email, false)).toBe("wrong");
    }
    later(480);
    expect(await attempt(email, true)).toBe("right");
    for (let tries = 0; tries < 5; tries += 1) expect(await attempt(email, false)).toBe("wrong");
    for (const wait of [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]) {
      later(wait);
      expect(await attempt(email, false)).toBe("wrong");
    }
    expect(await attempt(email, false)).toBe("waitMinutes|60");
    later(86_401);
    for (let tries = 0; tries < 5; tries += 1) expect(await attempt(email, false)).toBe("wrong");
  });
});

describe("tries from an address", () => {
  it("count over all accounts, for a whole IPv6 network; right ones don't", async () => {
    const [here, elsewhere] = ["2001:db8:1:2::1", "2001:db8:1:3::1"];
    const stranger = () => `${newId()}@example.com`;
    for (let tries = 0; tries < 29; tries += 1) expect(await attempt(stranger(), false, here)).toBe("wrong");
    for (let tries = 0; tries < 3; tries += 1) expect(await attempt(stranger(), true, here)).toBe("right");
    expect(await attempt(stranger(), false, "2001:db8:1:2::9")).toBe("wrong");
    expect(await attempt(stranger(), true, here)).toMatch(/^waitSeconds\|(30|29)$/);
    expect(await attempt(stranger(), true, elsewhere)).toBe("right");
    expect(await attempt(stranger(), true)).toBe("right");
  });
});

it("keeps what a day has seen, and no more", async () => {
  clock.set(new Date(START - 86_401_000));
  for (let tries = 0; tries < 5; tries += 1) await attempt(`${newId()}@example.com`, false);
  clock.set(new Date(START));
  await attempt(`${newId()}@example.com`, false);
  const [row] = await db.admin`select min(last_at) as oldest from throttles`;
  expect(row?.oldest.getTime()).toBeGreaterThanOrEqual(START - 86_400_000);
});
