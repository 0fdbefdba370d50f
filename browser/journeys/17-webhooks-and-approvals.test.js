// An administrator adds a webhook, pauses it and gives it another secret; two dismissals are approved in one go.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { assembleWithProduct, at, OPERATOR } from "../house/team.js";
import * as findings from "../pages/findings.js";
import * as proposals from "../pages/proposals.js";

/** Two findings of the example gateway. */
const TWO = ["CVE-2023-44487", "GHSA-m425-mq94-257g"];

journey("webhooks and approvals in bulk", async (stage) => {
  await assembleWithProduct(stage, "ben", "cleo");
  const anna = await at(stage, "anna");
  const webhooks = `/o/${OPERATOR.id}/settings/webhooks`;

  await anna.go(`/o/${OPERATOR.id}/settings`);
  await anna.follow(say("en", "desk-webhooks"));
  await anna.reads(say("en", "desk-no-webhooks"));
  const add = anna.page.locator(`form[action="${webhooks}"]`);
  const typed = (name, url) => ({ [say("en", "desk-webhook-name")]: name, [say("en", "desk-webhook-url")]: url });
  await anna.fill(typed("Chat", "http://10.0.0.1/hook"), { within: add });
  await add.locator('input[name=event][value="gate.closed"]').check();
  await anna.press(say("en", "desk-webhook-add"), { within: add, status: 422 });
  // What was typed is still there, and the address is all that has to change.
  await anna.fill({ [say("en", "desk-webhook-url")]: "https://hooks.example.com/proofmark" }, { within: add });
  await anna.press(say("en", "desk-webhook-add"), { within: add });
  const secret = await anna.page.locator("#made").innerText();
  assert.match(secret, /^whsec_/);

  await anna.go(webhooks);
  await anna.readsNot(secret);
  await anna.follow("Chat");
  await anna.reads(say("en", "desk-no-deliveries"));
  await anna.press(say("en", "desk-webhook-pause"));
  await anna.reads(say("en", "desk-webhook-off"));
  await anna.press(say("en", "desk-webhook-rotate"));
  assert.notEqual(await anna.page.locator("#made").innerText(), secret);
  for (const part of ["mail", "retention"]) await anna.go(`/o/${OPERATOR.id}/settings/${part}`);

  const ben = await at(stage, "ben");
  await findings.openFindings(ben, OPERATOR.id, "?unresolved=true");
  await findings.choose(ben, ...TWO);
  await findings.decide(ben, {
    status: "not_affected",
    justification: "vulnerable_code_not_in_execute_path",
    because: "The server side is not linked in.",
  });
  await ben.reads(say("en", "web-not-your-own"));

  const cleo = await at(stage, "cleo");
  await proposals.open(cleo, OPERATOR.id);
  await cleo.reads(say("en", "desk-after"));
  const form = cleo.page.locator('form[action$="/signatures"]');
  const boxes = form.getByRole("checkbox");
  assert.equal(await boxes.count(), TWO.length);
  for (let each = 0; each < TWO.length; each++) await boxes.nth(each).check();
  await form.getByRole("textbox").fill("Checked against the build.");
  await cleo.press(say("en", "desk-approve-ticked"), { within: form });
  await cleo.reads(/2 of 2 signed/);
  await cleo.reads("Checked against the build.");
  await cleo.readsNot(say("en", "desk-or-several"));
});
