// Setting up, coming and going, inviting people, making and revoking tokens.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";

/** Fills in the page the set-up link leads to. */
export async function fillInSetUp(visitor, person, operator) {
  const { language } = visitor;
  await visitor.fill({
    [say(language, "web-set-up-operator")]: operator.name,
    [say(language, "web-set-up-display-name")]: person.name,
    [say(language, "web-set-up-account")]: person.account,
    [say(language, "web-new-password")]: person.password,
  });
}

/** Sends it. */
export async function sendSetUp(visitor, options) {
  await visitor.press(say(visitor.language, "web-set-up"), options);
}

/** Makes this person the first administrator of the installation and of this operator, and signs them in. */
export async function setUp(visitor, link, person, operator) {
  await visitor.go(new URL(link).pathname);
  await fillInSetUp(visitor, person, operator);
  await sendSetUp(visitor);
  await signIn(visitor, person);
}

/** Signs in from wherever the visitor is. */
export async function signIn(visitor, person) {
  const { language, page } = visitor;
  if (!page.url().includes("/sign-in")) await visitor.go("/sign-in");
  await visitor.fill({
    [say(language, "web-sign-in-name")]: person.account,
    [say(language, "web-sign-in-password")]: person.password,
  });
  await visitor.press(say(language, "web-sign-in"));
  assert.doesNotMatch(page.url(), /\/sign-in/, `${person.account} is signed in`);
}

/** Signs out by the menu. */
export async function signOut(visitor) {
  await visitor.page.locator("details.menu summary").click();
  await visitor.press(say(visitor.language, "web-sign-out"));
}

/** Invites a person; gives the link, which is shown once. */
export async function invite(visitor, operator, person) {
  const { language, page } = visitor;
  await visitor.go(`/o/${operator}/people`);
  const form = await opened(page, say(language, "web-invite"));
  await visitor.fill(
    {
      [say(language, "web-set-up-display-name")]: person.name,
      [say(language, "web-set-up-account")]: person.account,
    },
    { within: form },
  );
  for (const duty of person.duties) await form.locator(`input[name=duty][value=${duty}]`).check();
  await visitor.press(say(language, "web-invite"), { within: form });
  return await page.locator("#made").innerText();
}

/** Accepts an invitation with a password of one's own. */
export async function accept(visitor, link, person) {
  await visitor.go(new URL(link).pathname);
  await visitor.reads(person.account);
  await visitor.fill({ [say(visitor.language, "web-new-password")]: person.password });
  await visitor.press(say(visitor.language, "web-keep"));
}

/** Makes a token for oneself; gives its text, which is shown once. */
export async function makeToken(visitor, operator, { name, duties }) {
  const { language, page } = visitor;
  await visitor.go(`/o/${operator}/people`);
  const form = await opened(page, say(language, "web-token-make"));
  await visitor.fill({ [say(language, "web-token-name")]: name, [say(language, "web-token-days")]: "30" }, { within: form });
  for (const duty of duties) await form.locator(`input[name=duty][value=${duty}]`).check();
  await visitor.press(say(language, "web-token-make"), { within: form });
  return await page.locator("#made").innerText();
}

/** Revokes the token of this name. */
export async function revokeToken(visitor, operator, name) {
  await visitor.go(`/o/${operator}/people`);
  const row = visitor.page.locator("tr", { hasText: name });
  await visitor.press(say(visitor.language, "web-token-revoke"), { within: row });
}

/** The form under this summary, opened. */
async function opened(page, summary) {
  const details = page.locator("details", { has: page.locator("summary", { hasText: summary }) });
  await details.locator("summary").click();
  return details.locator("form");
}
