import { expect, test } from "vitest";
import { atTypedLines, TypedInvoice } from "./typed-invoice";
import { emptyLine } from "./values";

const blank = emptyLine({ taxRates: [] });
const filled = { ...blank, description: "Work", unitPrice: "10" };
const form = (...lines: (typeof blank)[]) => ({ currency: "EUR", lines });

test("a line that says nothing is never wrong, the others keep their place", () => {
  expect(TypedInvoice.safeParse(form(blank, filled, blank)).success).toBe(true);
  const wrong = TypedInvoice.safeParse(form(blank, { ...filled, unitPrice: "ten" }));
  expect(wrong.error?.issues.map((issue) => issue.path.join("."))).toEqual(["lines.1.unitPrice"]);
});

test("messages come back to the lines they are about", () => {
  const refusal = {
    ok: false as const,
    error: {
      code: "invalid" as const,
      key: "checkFields",
      message: "",
      fields: { "lines.1.discount": "x", lines: "y" },
    },
  };
  expect(atTypedLines(refusal, form(blank, filled, blank, filled))).toMatchObject({
    error: { fields: { "lines.3.discount": "x", lines: "y" } },
  });
});
