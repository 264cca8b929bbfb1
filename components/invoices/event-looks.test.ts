import { describe, expect, it } from "vitest";
import invoices from "@/messages/en/invoices.json";
import overview from "@/messages/en/overview.json";
import { eventKeys } from "./event-looks";

describe("every event that has a look", () => {
  it.each(eventKeys)("%s has words on its document's page and on the overview", (key) => {
    expect(invoices.events).toHaveProperty(key);
    expect(overview.activity).toHaveProperty(key);
  });
});
