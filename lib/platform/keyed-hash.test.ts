import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { hashesWith, hashWith } from "./keyed-hash";
import { parseKeyring } from "./keyring";

const one = `k1:${randomBytes(32).toString("base64")}`;
const two = `k2:${randomBytes(32).toString("base64")}`;
const ring = parseKeyring(one);
const place = { table: "clients", column: "tax_number_hash", organizationId: "a" };

it("is the same for the same letters and digits, however they are written, and tells nothing of them", () => {
  const hash = hashWith(ring, "DE 811-907.980", place);
  expect(hash).toMatch(/^h1\.k1\.[\w-]{43}$/);
  for (const text of ["DE811907980", "de811907980", " DE/811907980 "])
    expect(hashWith(ring, text, place)).toBe(hash);
  expect(hashWith(ring, "DE811907981", place)).not.toBe(hash);
  expect(hashWith(ring, "ΕΛ094259216", place)).not.toBe(hashWith(ring, "094259216", place));
});

it("differs by organization, table, column and key", () => {
  const hashes = [{}, { organizationId: "b" }, { table: "x" }, { column: "x" }].map((other) =>
    hashWith(ring, "DE811907980", { ...place, ...other }),
  );
  const other = hashWith(parseKeyring(`k1:${randomBytes(32).toString("base64")}`), "DE811907980", place);
  expect(new Set([...hashes, other]).size).toBe(5);
});

it("is looked for by every key of the ring, and not at all for a text without letters and digits", () => {
  const both = parseKeyring(`${two},${one}`);
  expect(hashesWith(both, "DE811907980", place)).toEqual([
    hashWith(both, "DE811907980", place),
    hashWith(ring, "DE811907980", place),
  ]);
  expect(hashWith(both, " - ", place)).toBeNull();
  expect(hashesWith(both, "%", place)).toEqual([]);
});
