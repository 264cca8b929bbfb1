import { describe, expect, it } from "vitest";
import { cardNumberIn } from "./card-number";
import { optionalPhone, optionalText, text } from "./fields";

/** What the networks publish for tests. */
const CARDS = [
  "4242424242424242",
  "4000056655665556",
  "4222222222222",
  "5555555555554444",
  "2223003122003222",
  "378282246310005",
  "36227206271667",
  "30569309025904",
  "6011111111111117",
  "3566002020360505",
  "6205500000000000004",
  "6759649826438453",
];

describe("a card's number", () => {
  it.each(CARDS)("%s is seen in whatever stands around it", (card) => {
    const grouped = card.replace(/(.{4})(?=.{3})/g, "$1 ");
    for (const typed of [card, grouped, grouped.replaceAll(" ", "-"), `Card ${card}.`, `(${grouped})`])
      expect(cardNumberIn(typed), typed).toBe(card);
    expect(cardNumberIn(`please charge ${grouped} 12/29 cvc 123`)).toBe(card);
  });

  it("is seen beside other digits", () => {
    expect(cardNumberIn("4242 4242 4242 4242 1229")).toBe("4242424242424242");
    expect(cardNumberIn("INV-0001 4242-4242-4242-4242")).toBe("4242424242424242");
    expect(cardNumberIn("3782 822463 10005")).toBe("378282246310005");
  });
});

describe("no card's number", () => {
  it.each([
    "DE02 1203 0000 0000 2020 51",
    "DE02120300000000202051",
    "GB33BUKB20201555555555",
    "GB29 NWBK 6016 1331 9268 19",
    "FR14 2004 1010 0505 0001 3M02 606",
    "NL91 ABNA 0417 1643 00",
    "BE68 5390 0754 7034",
    "CH93 0076 2011 6238 5295 7",
    "IT60 X054 2811 1010 0000 0123 456",
    "AT61 1904 3002 3457 3201, BIC BKAUATWW",
    "Transfer to AT611904300234573201 please",
  ])("is in the bank account %s", (account) => expect(cardNumberIn(account)).toBeNull());

  it.each([
    "+49 30 1234567",
    "+4242424242424",
    "+33 6 12 34 56 78",
    "(030) 901820",
    "INV-2026-0001",
    "CN-2026-000123",
    "2026-03-01 – 2026-03-31",
    "DE811907980",
    "4242 4242 4242 4241",
    "4006381333931",
    "9783161484100",
    "01920000-4242-4242-8242-424242424242",
    "4242424242424242abcdef",
    "1234567890123456",
    "00000000000000000000",
    "1,000 x 4,000.00",
    "",
  ])("is in %s", (words) => expect(cardNumberIn(words)).toBeNull());
});

describe("a phone number", () => {
  it.each(["4915112345674", "+49 30 1234567", "36227206271667"])("may be %s", (typed) =>
    expect(optionalPhone.parse(typed)).toBe(typed),
  );

  it("has at most 15 digits (E.164), so that a longer card's number is none", () =>
    expect(optionalPhone.safeParse("4242 4242 4242 4242").success).toBe(false));
});

describe("a text field", () => {
  it("refuses a card's number, beside the field", () => {
    for (const field of [text(100), optionalText(100)])
      expect(field.safeParse("my card: 4242 4242 4242 4242").error?.issues).toMatchObject([
        { message: "cardNumber" },
      ]);
    expect(text(100).parse("4242 4242")).toBe("4242 4242");
  });

  it("sees it through characters that nobody sees", () => {
    expect(text(100).safeParse("4242\u202d424242424242").success).toBe(false);
  });
});
