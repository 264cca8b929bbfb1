import type { InvoicePlan } from "./invoices";
import { day, hour, piece } from "./lines";

/** Half a year of a small studio, oldest first. */
export const plans: readonly InvoicePlan[] = [
  {
    age: 172,
    client: "architects",
    fate: "paid",
    lines: [day("8", "680", "Workshop and concept"), hour("6.5", "95", "Review")],
  },
  { age: 165, client: "bicycles", fate: "paid", lines: [piece("1", "2400", "Visual identity, first part")] },
  {
    age: 150,
    client: "bakery",
    fate: "paid",
    lines: [day("3", "680", "Shop signage design"), piece("4", "85.50", "Printed boards")],
  },
  {
    age: 141,
    client: "publisher",
    fate: "paid",
    lines: [{ ...piece("300", "4.2", "Illustrated booklets"), tax: "reduced" }, day("4", "680", "Layout")],
  },
  { age: 128, client: "gardens", fate: "paid", lines: [day("5", "680", "Seasonal catalogue")] },
  {
    age: 117,
    client: "architects",
    fate: "paid",
    lines: [{ ...day("10", "680", "Competition drawings"), discount: "5" }],
  },
  {
    age: 104,
    client: "bicycles",
    fate: "paid",
    lines: [piece("1", "3600", "Visual identity, second part"), hour("12", "95", "Revisions")],
  },
  {
    age: 92,
    client: "bakery",
    fate: "paid",
    lines: [hour("18", "95", "Menu cards"), { ...piece("500", "0.38", "Menu card prints"), tax: "reduced" }],
  },
  { age: 79, client: "publisher", fate: "paid", lines: [day("6", "680", "Cover series")] },
  {
    age: 66,
    client: "gardens",
    fate: "viewed",
    lines: [day("4", "680", "Wayfinding plan"), piece("12", "64", "Signs")],
  },
  { age: 58, client: "architects", fate: "paid", lines: [day("7", "680", "Presentation model")] },
  {
    age: 47,
    client: "bicycles",
    fate: "paid",
    lines: [piece("1", "1800", "Website launch page"), hour("9.25", "95", "Photo editing")],
  },
  { age: 36, client: "bakery", fate: "paid", lines: [day("2", "680", "Window lettering")] },
  {
    age: 31,
    client: "publisher",
    fate: "sent",
    lines: [{ ...piece("250", "5.1", "Illustrated booklets, second run"), tax: "reduced" }],
  },
  {
    age: 22,
    client: "gardens",
    fate: "paid",
    lines: [day("3", "680", "Plant labels"), piece("40", "7.5", "Label sets")],
  },
  { age: 15, client: "architects", fate: "paid", lines: [day("5", "680", "Site documentation")] },
  {
    age: 9,
    client: "bicycles",
    fate: "viewed",
    lines: [piece("1", "2950", "Trade fair stand"), hour("14", "95", "Set-up on site")],
  },
  {
    age: 5,
    client: "bakery",
    fate: "sent",
    lines: [
      day("4", "680", "Christmas packaging"),
      { ...piece("800", "0.29", "Paper bags"), tax: "reduced" },
    ],
  },
  { age: 2, client: "publisher", fate: "open", lines: [day("3", "680", "Poster series")] },
  { age: 1, client: "gardens", fate: "draft", lines: [day("2", "680", "Spring catalogue, concept")] },
];
