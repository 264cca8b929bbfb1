import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseKeyring } from "./keyring";
import { openWith, type Place, sealedBy, sealWith } from "./seal";

const key = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const one = key("k1");
const two = key("k2");
const ring = parseKeyring(one);
const place: Place = { table: "factors", column: "secret", id: "1", organizationId: "a" };

describe("a sealed text", () => {
  it("opens in its place, and looks different each time", () => {
    for (const text of ["", "JBSWY3DP", "שלום 😀", "x".repeat(10_000)]) {
      const sealed = sealWith(ring, text, place);
      expect(openWith(ring, sealed, place)).toBe(text);
      expect(sealWith(ring, text, place)).not.toBe(sealed);
    }
    expect(sealWith(ring, "planted secret", place)).not.toContain("planted");
  });

  it("opens nowhere else", () => {
    const sealed = sealWith(ring, "secret", place);
    for (const other of [{ table: "x" }, { column: "x" }, { id: "2" }, { organizationId: "b" }])
      expect(() => openWith(ring, sealed, { ...place, ...other })).toThrow("another place");
  });

  it("is refused when one character of it was changed or cut off", () => {
    const sealed = sealWith(ring, "secret", place);
    const head = sealedBy("k1").length;
    for (let at = head; at < sealed.length - 1; at += 1) {
      const other = sealed[at] === "A" ? "B" : "A";
      expect(() => openWith(ring, sealed.slice(0, at) + other + sealed.slice(at + 1), place)).toThrow();
    }
    for (const length of [0, head, head + 5, sealed.length - 4])
      expect(() => openWith(ring, sealed.slice(0, length), place)).toThrow();
  });

  it("names the key that is missing, and opens by an old key beside a new one", () => {
    const sealed = sealWith(ring, "secret", place);
    expect(() => openWith(parseKeyring(two), sealed, place)).toThrow("key k1: add it to SEALING_KEYS");
    const both = parseKeyring(`${two},${one}`);
    expect(openWith(both, sealed, place)).toBe("secret");
    expect(sealWith(both, "secret", place).startsWith(sealedBy("k2"))).toBe(true);
  });
});

describe("a keyring", () => {
  it("seals by its first key, or by the one that is named", () => {
    expect(parseKeyring(`${one}, ${two}`).current).toBe("k1");
    expect(parseKeyring(`${one},${two}`, "k2").current).toBe("k2");
    expect(() => parseKeyring(one, "k2")).toThrow("no key of the name");
  });

  it("is refused with keys that are too short, spelt wrongly, or there twice, without telling them", () => {
    const short = `k2:${randomBytes(16).toString("base64")}`;
    for (const wrong of ["", "k1", "k1:", `${one},`, `${one},${short}`, `K1${one}`, `${one},${one}`])
      expect(() => parseKeyring(wrong), wrong).toThrow(/must be keys|twice/);
    expect(() => parseKeyring(`${one},${short}`)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(short.slice(3)) }),
    );
  });
});
