import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import messages from "@/messages/en";
import { documentLabels, fillLabel } from "./labels";

const missing: string[] = [];
const t = createTranslator({
  locale: "en",
  messages,
  namespace: "document",
  onError: (error) => missing.push(error.message),
});
const labels = documentLabels(t as (key: string, values?: Record<string, string>) => string);

test("every word of a document is in the catalog", () => {
  expect(missing).toEqual([]);
  expect(labels.balance).toBe("Amount due");
});

test("labels are plain data, and texts are filled in as they are", () => {
  expect(structuredClone(labels)).toEqual(labels);
  expect(fillLabel(labels, "taxBase", { amount: "$&1.00" })).toBe("on $&1.00");
  const texts = { description: "{percent} off", percent: "10%" };
  expect(fillLabel(labels, "adjustmentPercent", texts)).toBe("{percent} off (10%)");
});
