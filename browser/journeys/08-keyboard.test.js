// Triage without a mouse: every step is a key.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { assembleWithProduct, at, OPERATOR } from "../house/team.js";
import * as findings from "../pages/findings.js";

journey("triage by keyboard alone", async (stage) => {
  await assembleWithProduct(stage, "ben");
  const ben = await at(stage, "ben");
  const { keyboard } = ben.page;
  await findings.openFindings(ben, OPERATOR.id, "?unresolved=true");

  // The first stop of the tabulator leads past the navigation.
  await keyboard.press("Tab");
  assert.equal(await focused(ben), say("en", "web-skip"));
  await keyboard.press("Enter");
  assert.equal(await ben.page.evaluate(() => document.activeElement.id), "content");

  // j and k move, x chooses. What the dossier decides stands first here, and is nothing to be chosen.
  for (const key of ["j", "x", "j", "x", "j", "j", "k", "x"]) await keyboard.press(key);
  const chosen = await ben.page.locator("tbody tr:has(input:checked) th").allInnerTexts();
  const all = await ben.page.locator("tbody tr:has(input) th").allInnerTexts();
  assert.deepEqual(chosen, all.slice(0, 2));
  assert.ok(all.length < (await ben.page.locator("tbody tr").count()), "the dossier decides nothing here");

  // a chooses all and none, e says why a finding is here, ? shows the keys; o opens one, and the way back is the browser's.
  await keyboard.press("a");
  assert.equal(await ben.page.locator("tbody input:checked").count(), all.length);
  await keyboard.press("a");
  assert.equal(await ben.page.locator("tbody input:checked").count(), 0);
  for (const key of ["k", "k", "k", "x", "e"]) await keyboard.press(key);
  assert.equal(await ben.page.locator("details.why[open]").count(), 1);
  assert.ok(await ben.page.locator("details.why[open] li code").count(), "it says which versions are affected");
  await keyboard.press("?");
  assert.ok(await ben.page.locator("[data-keys-help]").evaluate((help) => help.open));
  await keyboard.press("j");
  await ben.strike("o");
  await ben.reads(say("en", "pictures-why"));
  await findings.openFindings(ben, OPERATOR.id, "?unresolved=true");
  for (const key of ["j", "j", "x", "j", "x", "d"]) await keyboard.press(key);
  assert.equal(await focused(ben), say("en", "web-decide-status"));

  // On to the decision, and on by tabulator; wherever it stops, somebody who sees knows where.
  await keyboard.type("aff");
  await tabTo(ben, say("en", "web-decide-because"));
  await keyboard.type("Reached through the field bus; mended with the next release.");
  await tabTo(ben, say("en", "web-decide"));
  await ben.strike("Enter");
  await ben.reads(/The decision on 2 findings is kept/);

  // Keys that were turned off do nothing, on this page and the next.
  await ben.page.locator("[data-keys-help] summary").press("Enter");
  await ben.page.locator("[data-keys-switch] input").press("Space");
  await findings.openFindings(ben, OPERATOR.id, "?unresolved=true");
  await keyboard.press("j");
  assert.equal(await ben.page.locator("tr.here").count(), 0);
  await ben.page.locator("[data-keys-help] summary").press("Enter");
  await ben.page.locator("[data-keys-switch] input").press("Space");

  // A slash leads to the search from anywhere.
  await keyboard.press("/");
  await keyboard.type("github.com/golang-jwt");
  await ben.strike("Enter");
  await ben.reads("golang-jwt");
});

/** Presses the tabulator until this is reached; each stop must be visible and marked. */
async function tabTo(visitor, name) {
  for (let stop = 0; stop < 150; stop += 1) {
    await visitor.page.keyboard.press("Tab");
    assert.ok(await isMarked(visitor), `the focus is visible at ${await focused(visitor)}`);
    if ((await focused(visitor)) === name) return;
  }
  assert.fail(`the tabulator does not lead to ${name}`);
}

/** What the focused element is called. */
async function focused(visitor) {
  return await visitor.page.evaluate(() => {
    const element = document.activeElement;
    const label = element.labels?.[0]?.textContent ?? element.getAttribute("aria-label") ?? element.textContent;
    return label.trim();
  });
}

/** Whether the focused element differs from how it looks without the focus, by an outline or a shadow. */
async function isMarked(visitor) {
  return await visitor.page.evaluate(() => {
    const element = document.activeElement;
    // Inside a date the browser marks day, month and year itself.
    if (element.matches("input[type=date]")) return true;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  });
}
