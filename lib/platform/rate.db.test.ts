import { afterEach, expect, it } from "vitest";
import { rates } from "@/lib/core/rates";
import { testDatabase } from "@/tests/database";
import { clock } from "./clock";
import { newId } from "./ids";
import { takeSlot } from "./rate";

const db = testDatabase();
const START = Date.parse("2026-05-01T10:00:00Z");
const at = (seconds: number) => clock.set(new Date(START + seconds * 1000));

afterEach(() => clock.reset());

it("serves a burst and no more, however many ask at once, and says when to come again", async () => {
  at(0);
  const [mine, yours] = [newId(), newId()];
  const waits = await Promise.all(Array.from({ length: 100 }, () => takeSlot("pdf", mine)));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(rates.pdf.burst);
  expect(new Set(waits.filter((wait) => wait > 0))).toEqual(new Set([1]));
  expect(await takeSlot("pdf", yours)).toBe(0);
});

it("gives slots back one by one, and never more than a burst", async () => {
  at(0);
  const me = newId();
  const take = async (count: number) => {
    const waits: number[] = [];
    for (let index = 0; index < count; index += 1) waits.push(await takeSlot("export", me));
    return waits;
  };
  expect((await take(11)).filter((wait) => wait === 0)).toHaveLength(10);
  expect(await take(1)).toEqual([60]);
  at(59);
  expect(await take(1)).toEqual([1]);
  at(120);
  expect(await take(3)).toEqual([0, 0, 60]);
  at(86_400);
  expect((await take(20)).filter((wait) => wait === 0)).toHaveLength(10);
});

it("keeps no address or id, and forgets who has rested", async () => {
  at(0);
  const key = newId();
  await takeSlot("unsigned", key);
  at(7200);
  await takeSlot("unsigned", newId());
  const rows = await db.admin`select key, last_at from throttles where scope = 'rate.unsigned'`;
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(key);
});
