// A passkey: registered, signed in with, removed. The browser's own virtual authenticator plays the key.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { assemble, at } from "../house/team.js";
import * as people from "../pages/people.js";

journey("passkeys: registered, signed in with, and gone once removed", async (stage) => {
  // Passkeys are for names, and an address is none: everybody of this journey comes by `localhost`.
  stage.server.url = stage.server.url.replace("127.0.0.1", "localhost");
  const setting = await assemble(stage);
  await setting.close();
  const anna = await at(stage, "anna");

  await anna.go("/account");
  // Judging a page by axe pulls the key out, so pages on the way are judged before and after it is used.
  anna.quick = true;
  let key = await plugIn(anna);
  await anna.press(say("en", "web-passkey-add"));
  await anna.page.locator('form[action="/account/passkeys/remove"]').waitFor();
  assert.equal((await key.holds()).length, 1);
  await people.signOut(anna);
  await anna.press(say("en", "web-sign-in-passkey"));
  assert.doesNotMatch(anna.page.url(), /\/sign-in/);
  const held = await key.holds();
  anna.quick = false;
  await anna.go("/account");

  // Removed here, the key on the authenticator opens nothing.
  const own = anna.page.locator("section", { has: anna.page.locator("#passkeys") });
  await anna.press(say("en", "web-remove"), { within: own });
  await people.signOut(anna);
  key = await plugIn(anna, held);
  anna.expectRefusal("/sign-in/passkey");
  const answer = anna.page.waitForResponse((response) => new URL(response.url()).pathname === "/sign-in/passkey");
  await anna.page.getByRole("button", { name: say("en", "web-sign-in-passkey") }).click();
  assert.equal((await answer).status(), 401);
  await anna.page.getByText(say("en", "access-passkey-unknown")).waitFor();
  await anna.go("/account");
  assert.match(anna.page.url(), /\/sign-in/, "nobody is signed in");
});

/** A key with a person behind it who always agrees, and what is on it already. */
async function plugIn({ page, context }, held = []) {
  const debug = await context.newCDPSession(page);
  await debug.send("WebAuthn.enable");
  const { authenticatorId } = await debug.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  for (const credential of held) await debug.send("WebAuthn.addCredential", { authenticatorId, credential });
  return {
    async holds() {
      return (await debug.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
    },
  };
}
