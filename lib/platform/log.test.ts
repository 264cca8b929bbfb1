import { expect, test } from "vitest";
import { createLog } from "./log";

test("a line is JSON with its request id, and its secrets are not in it", () => {
  const lines: string[] = [];
  const log = createLog({ write: (line: string) => void lines.push(line) });
  log.info(
    { requestId: "r1", password: "hunter2", user: { passwordHash: "hunter2", name: "Ada" } },
    "signed in",
  );
  log.error({ requestId: "r2", input: { fields: { token: "hunter2" } }, err: new Error("broken") }, "failed");
  const [first, second] = lines.map((line) => JSON.parse(line));
  expect(first).toMatchObject({ requestId: "r1", msg: "signed in", user: { name: "Ada" } });
  expect(second).toMatchObject({ requestId: "r2", err: { message: "broken" } });
  expect(lines.join()).not.toContain("hunter2");
});
