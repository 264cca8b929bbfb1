import { expect, test } from "vitest";
import { eventFacts } from "./event-facts";

test("what an erasure took out of an event is said to be erased, and leaves no gap in the words", () => {
  expect(eventFacts({ recipient: "a@example.com", name: "Ada" }, "en")).toMatchObject({
    recipient: "a@example.com",
    name: "Ada",
  });
  expect(eventFacts({ erased: true, number: "INV-0001" }, "en")).toMatchObject({
    number: "INV-0001",
    recipient: "an erased address",
    name: "An erased person",
  });
  expect(eventFacts({}, "en")).toMatchObject({ recipient: "", name: "" });
});
