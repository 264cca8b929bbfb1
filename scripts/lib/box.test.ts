import { expect, it } from "vitest";
import { box } from "./box";

it("frames rows whose values begin in one column", () => {
  const lines = box("Ready", [["Open", "http://localhost:3000"], null, ["Stop", "Ctrl-C"]]);
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  const open = lines.find((line) => line.includes("Open")) ?? "";
  const stop = lines.find((line) => line.includes("Stop")) ?? "";
  expect(open.indexOf("http")).toBe(stop.indexOf("Ctrl-C"));
});
