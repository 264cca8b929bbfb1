import { expect, test } from "vitest";
import { MASK, masked, sensitivity } from "./masked";

test.each([
  ["password", "hidden"],
  ["passwordHash", "hidden"],
  ["webhook_secret", "hidden"],
  ["resetToken", "hidden"],
  ["recoveryCodes", "hidden"],
  ["addressLine1", "hidden"],
  ["postalCode", "hidden"],
  ["city", "hidden"],
  ["region", "hidden"],
  ["capacity", "open"],
  ["taxNumber", "ending"],
  ["bankAccount", "ending"],
  ["IBAN", "ending"],
  ["phone", "ending"],
  ["paymentInstructions", "ending"],
  ["name", "open"],
  ["email", "open"],
  ["number", "open"],
  ["country", "open"],
  ["amountMinor", "open"],
])("%s of the organization is %s", (name, seen) => {
  expect(sensitivity(name, "organization")).toBe(seen);
});

test.each(["client", "user", "invitation", "invoice", "quote", "payment", "factor"])(
  "a %s has no name",
  (about) => {
    for (const name of [
      "name",
      "contactName",
      "email",
      "phone",
      "taxNumber",
      "addressLine1",
      "city",
      "notes",
      "answeredBy",
    ])
      expect(sensitivity(name, about), name).toBe("hidden");
    for (const name of ["clientId", "number", "currency", "amountMinor", "country", "role", "lifecycle"])
      expect(sensitivity(name, about), name).toBe("open");
  },
);

test("sensitive fields are masked however deep, and nothing else", () => {
  const record = {
    name: "Ada",
    taxNumber: "DE123456789",
    phone: "12345",
    addressLine1: "1 Long Street",
    addressLine2: null,
    postalCode: "",
    seller: { name: "Studio", iban: "DE02120300000000202051", secret: { key: 1 } },
    settles: [{ amount: "1.00", token: 42 }],
  };
  const seen = {
    name: "Ada",
    taxNumber: `${MASK}6789`,
    phone: MASK,
    addressLine1: MASK,
    addressLine2: null,
    postalCode: "",
    seller: { name: "Studio", iban: `${MASK}2051`, secret: MASK },
    settles: [{ amount: "1.00", token: MASK }],
  };
  expect(masked(record, "organization")).toEqual(seen);
  expect(masked(masked(record, "organization"), "organization")).toEqual(seen);
  expect(masked(null, "organization")).toBeNull();
});
