import { describe, expect, it } from "vitest";
import { addressKey, waitProblem } from "./throttles";

describe("an address is counted", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:0:7:1:2:3:4", "2001:db8:0:7::/64"],
    ["2001:DB8:0000:0007::9", "2001:db8:0:7::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("%s as %s", (ip, key) => expect(addressKey(ip)).toBe(key));
});

it("a wait is told in seconds, and in minutes where that is kinder", () => {
  expect(waitProblem(1)).toBe("waitSeconds|1");
  expect(waitProblem(119)).toBe("waitSeconds|119");
  expect(waitProblem(121)).toBe("waitMinutes|3");
  expect(waitProblem(3600)).toBe("waitMinutes|60");
});
