// Who proposed cannot approve, whatever duties they have, and is told why.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { assembleWithProduct, at, OPERATOR, TEAM } from "../house/team.js";
import * as findings from "../pages/findings.js";
import * as proposals from "../pages/proposals.js";

journey("two persons: the proposer is refused", async (stage) => {
  TEAM.ben = { ...TEAM.ben, duties: ["security-response", "approver"] };
  await assembleWithProduct(stage, "ben", "cleo");
  const ben = await at(stage, "ben");

  await findings.openFindings(ben, OPERATOR.id, "?unresolved=true");
  await findings.choose(ben, "GHSA-m425-mq94-257g");
  await findings.decide(ben, {
    status: "not_affected",
    justification: "vulnerable_code_not_present",
    because: "Built without the server.",
  });
  // Ben may approve others' proposals, but is not offered his own, and is told why.
  await proposals.open(ben, OPERATOR.id);
  await ben.reads(say("en", "web-not-your-own"));
  assert.equal(await ben.page.getByRole("button", { name: say("en", "web-approve"), exact: true }).count(), 0);

  // Nor does the address help.
  const withdraw = await ben.page.locator('form[action$="/withdraw"]').getAttribute("action");
  await ben.send(withdraw.replace(/withdraw$/, "approve"), {}, { status: 403 });
  await ben.reads(/nobody approves what they proposed themselves/i);
  await ben.reads(/ask a second person/i);

  await findings.openFindings(ben, OPERATOR.id, "?unresolved=true");
  await ben.reads("GHSA-m425-mq94-257g");

  const cleo = await at(stage, "cleo");
  await proposals.open(cleo, OPERATOR.id);
  await proposals.refuse(cleo, "The server is in the debug build.");
  await proposals.open(ben, OPERATOR.id);
  await ben.reads("The server is in the debug build.");
});
