import { describe, expect, it, test } from "vitest";
import { ratesXml } from "@/sandbox/ecb/rates";
import { crossRate, publicationsIn } from "./ecb-rates";
import { RatesUnanswered } from "./source";

/** As the bank writes it, with either kind of quotes. */
const xml = `<?xml version="1.0" encoding="UTF-8"?><gesmes:Envelope><Cube>
<Cube time='2026-03-06'>
  <Cube currency='USD' rate='1.25'/><Cube currency='JPY' rate='160.00'/><Cube currency='XXX' rate='0'/>
</Cube><Cube time="2026-03-05"><Cube currency="USD" rate="1.2"/></Cube></Cube></gesmes:Envelope>`;

test("a file has days, and each day its rates", () => {
  const [friday, thursday] = publicationsIn(xml);
  expect(friday?.date).toBe("2026-03-06");
  expect([...(friday?.perEuro.keys() ?? [])]).toEqual(["EUR", "USD", "JPY"]);
  expect(thursday?.perEuro.get("USD")?.toFixed()).toBe("1.2");
});

test("the sandbox writes working days only, newest first", () => {
  const sunday = Date.parse("2026-03-08T12:00:00Z");
  expect(publicationsIn(ratesXml(sunday, 5)).map((day) => day.date)).toEqual([
    "2026-03-06",
    "2026-03-05",
    "2026-03-04",
  ]);
  expect(publicationsIn(ratesXml(sunday, 1))).toMatchObject([{ date: "2026-03-06" }]);
});

describe("a rate between two currencies", () => {
  const rate = (from: string, to: string) =>
    crossRate(publicationsIn(xml)[0]?.perEuro ?? new Map(), from, to);
  it.each([
    ["USD", "EUR", "0.8"],
    ["EUR", "USD", "1.25"],
    ["JPY", "EUR", "0.00625"],
    ["USD", "JPY", "128"],
    ["JPY", "USD", "0.0078125"],
    ["EUR", "EUR", "1"],
    ["USD", "GBP", undefined],
    ["XXX", "EUR", undefined],
  ])("%s in %s is %s", (from, to, expected) => expect(rate(from, to)).toBe(expected));

  it("is rounded to ten decimals, half up", () => {
    const perEuro = publicationsIn(`<Cube time="2026-03-06"><Cube currency="USD" rate="1.0806"/></Cube>`)[0];
    expect(perEuro && crossRate(perEuro.perEuro, "USD", "EUR")).toBe("0.9254118083");
  });
});

test.each(["", "<html>Not here</html>", "<Cube time='soon'></Cube>"])("%j holds no rates", (text) =>
  expect(() => publicationsIn(text)).toThrow(RatesUnanswered),
);
