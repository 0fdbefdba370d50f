// The telephone, against the vectors of RFC 6238.

import assert from "node:assert/strict";
import test from "node:test";

import { code } from "./one_time_code.js";

test("the vectors of RFC 6238", (step) => {
  for (const [second, wanted] of [[59, "287082"], [1_111_111_109, "081804"], [20_000_000_000, "353130"]]) {
    step.mock.method(Date, "now", () => second * 1000);
    assert.equal(code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), wanted);
    step.mock.restoreAll();
  }
});
