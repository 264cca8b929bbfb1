import { expect, it } from "vitest";
import { cspReports } from "./csp-reports";

const token = "A".repeat(43);

it("reads both forms of a report, without what addresses give away", () => {
  const old = {
    "csp-report": {
      "document-uri": `https://bill.example/pay/${token}?x=1`,
      "effective-directive": "script-src-elem",
      "blocked-uri": "https://evil.example/a.js",
    },
  };
  const recent = [
    {
      type: "csp-violation",
      body: {
        documentURL: `https://bill.example/pay/${token}`,
        effectiveDirective: "img-src",
        blockedURL: "inline",
      },
    },
  ];
  expect(cspReports(JSON.stringify(old))).toEqual([
    { page: "https://bill.example/pay", directive: "script-src-elem", blocked: "https://evil.example/a.js" },
  ]);
  expect(cspReports(JSON.stringify(recent))).toEqual([
    { page: "https://bill.example/pay", directive: "img-src", blocked: "inline" },
  ]);
});

it("makes nothing of anything else", () => {
  for (const body of ["", "null", "[]", "{}", '{"csp-report":7}', "x".repeat(5000)])
    expect(cspReports(body)).toEqual([]);
});
