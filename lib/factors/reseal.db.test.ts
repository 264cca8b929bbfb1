import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { env } from "@/lib/platform/env";
import { parseKeyring } from "@/lib/platform/keyring";
import { countOld, reseal } from "@/lib/platform/reseal";
import { openWith, sealedBy } from "@/lib/platform/seal";
import { testDatabase } from "@/tests/database";
import { withApp } from "@/tests/factors";
import { organizationFixture } from "@/tests/fixtures";

const db = testDatabase();

it("a new key seals everything anew, from where it stopped, and every secret opens as before", async () => {
  const organizations = await Promise.all(
    Array.from({ length: 3 }, () => organizationFixture({ mfaPolicy: "required" })),
  );
  const secrets: string[] = [];
  for (const organization of organizations) secrets.push((await withApp(organization.accountant)).secret);
  const old = env().SEALING_KEYS;
  const [oldKey] = [...old.keys.values()];
  const fresh = `k2:${randomBytes(32).toString("base64")}`;
  const both = parseKeyring(`${fresh},k1:${oldKey?.toString("base64")}`);
  expect(await countOld(db.admin, both)).toBe(3);

  const [spoilt] = await db.admin`select organization_id, secret_sealed from factors
    order by organization_id desc limit 1`;
  const spoil = (text: string) =>
    db.admin`update factors set secret_sealed = ${text} where organization_id = ${spoilt?.organization_id}`;
  await spoil("s1.k9.AAAA");
  await expect(reseal(db.admin, both, () => {})).rejects.toThrow("key k9: add it to SEALING_KEYS");
  await spoil(spoilt?.secret_sealed);
  expect(await reseal(db.admin, both, () => {})).toBe(3);
  expect(await countOld(db.admin, both)).toBe(0);
  expect(await reseal(db.admin, both, () => {})).toBe(0);
  const rows = await db.admin`select secret_sealed from factors`;
  for (const row of rows) expect(row.secret_sealed.startsWith(sealedBy("k2"))).toBe(true);

  const alone = parseKeyring(fresh);
  for (const [index, row] of (
    await db.admin`select organization_id, id, secret_sealed from factors`
  ).entries()) {
    const { organization_id: organizationId, id, secret_sealed: sealed } = row;
    const place = { table: "factors", column: "secret_sealed", id, organizationId };
    expect(secrets, `number ${index}`).toContain(openWith(alone, sealed, place));
  }
});
