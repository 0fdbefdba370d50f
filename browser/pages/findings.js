// The list of findings: choosing, deciding.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";

/** Goes to an operator's findings, perhaps filtered by what stands in the address. */
export async function openFindings(visitor, operator, query = "") {
  await visitor.go(`/o/${operator}/findings${query}`);
}

/** The rows of the list. */
export function rows(visitor) {
  return visitor.page.locator("table[data-keys] tbody tr");
}

/** The row of this vulnerability. */
export function row(visitor, vulnerability) {
  return rows(visitor).filter({ hasText: vulnerability }).first();
}

/** Ticks the rows of these vulnerabilities. */
export async function choose(visitor, ...vulnerabilities) {
  for (const vulnerability of vulnerabilities) {
    const box = row(visitor, vulnerability).getByRole("checkbox");
    assert.equal(await box.count(), 1, `${vulnerability} can be chosen`);
    await box.check();
  }
}

/** Decides on what was chosen. */
export async function decide(visitor, { status, justification = "", because }, options = {}) {
  const { language } = visitor;
  await visitor.field(say(language, "web-decide-status")).selectOption(status);
  await visitor.field(say(language, "web-decide-justification")).selectOption(justification);
  await visitor.field(say(language, "web-decide-because")).fill(because);
  await visitor.press(say(language, "web-decide"), { within: visitor.page.locator("form.decide"), ...options });
}
