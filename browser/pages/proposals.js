// What waits for a second person.

import { say } from "../house/catalogue.js";

/** Goes to an operator's approvals. */
export async function open(visitor, operator) {
  await visitor.go(`/o/${operator}/approvals`);
}

/** Approves everything that waits, one after the other. */
export async function approveAll(visitor) {
  const button = visitor.page.getByRole("button", { name: say(visitor.language, "web-approve"), exact: true });
  while ((await button.count()) > 0) await visitor.through(() => button.first().click());
}

/** Refuses the first that waits. */
export async function refuse(visitor, because) {
  const { language, page } = visitor;
  const form = page.locator('form[action$="/refuse"]').first();
  await form.getByRole("textbox").fill(because);
  await visitor.press(say(language, "web-refuse"), { within: form });
}

/** Comes back to the page until it says so: assessing again is a job of the server's. */
export async function untilAssessed(visitor, words) {
  const end = Date.now() + 30_000;
  while (!(await visitor.says()).includes(words) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await visitor.page.reload();
  }
}
