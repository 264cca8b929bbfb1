/** What a euro is worth in the sandbox, always: made up, and easy to reckon with. */
export const RATES: Record<string, string> = {
  AUD: "1.6",
  CAD: "1.5",
  CHF: "0.95",
  CZK: "25",
  DKK: "7.46",
  GBP: "0.8",
  JPY: "160",
  NOK: "11.5",
  PLN: "4.2",
  SEK: "11.2",
  USD: "1.25",
};

const DAY_MS = 86_400_000;

/** The working days up to a moment (Unix milliseconds), newest first, as ISO dates. */
function workingDays(now: number, count: number): string[] {
  const days = Array.from({ length: count }, (_, back) => new Date(now - back * DAY_MS));
  return days.filter((day) => day.getUTCDay() % 6 !== 0).map((day) => day.toISOString().slice(0, 10));
}

/** A file of reference rates over so many days, written as the European Central Bank writes its own. */
export function ratesXml(now: number, count: number): string {
  const quoted = Object.entries(RATES).map(([code, rate]) => `<Cube currency="${code}" rate="${rate}"/>`);
  // On a weekend the daily file is that of Friday.
  const dates = workingDays(now, Math.max(count, 3)).slice(0, count);
  const days = dates.map((date) => `<Cube time="${date}">${quoted.join("")}</Cube>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>Sandbox</gesmes:name></gesmes:Sender>
<Cube>${days.join("\n")}</Cube></gesmes:Envelope>`;
}
