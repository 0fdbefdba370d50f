// Everything in German, and nothing left in English.

import assert from "node:assert/strict";

import { englishSentences, leftovers, say, textsOf } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { assembleWithProduct, at, OPERATOR } from "../house/team.js";
import * as findings from "../pages/findings.js";

journey("German", async (stage) => {
  const { product } = await assembleWithProduct(stage, "ben");
  const ben = await at(stage, "ben");
  ben.language = "de";
  await ben.press("Deutsch");

  const sentences = englishSentences();
  const found = [];
  const look = async (visitor) => {
    for (const leftover of leftovers(await textsOf(visitor.page), sentences)) {
      found.push(`${new URL(visitor.page.url()).pathname}: ${leftover}`);
    }
  };
  const desk = `/o/${OPERATOR.id}`;
  const release = await releaseOf(ben, `${desk}/products/${product}`);
  const places = ["", "/findings", "/ledger", "/feeds", "/settings", "/search?q=grpc", `/products/${product}`, release.slice(desk.length)];
  for (const place of places) {
    await ben.go(desk + place);
    await look(ben);
  }
  await ben.go("/account");
  await look(ben);
  await ben.go(`${desk}/nothing`, { status: 404 });
  await ben.reads(say("de", "web-title-not-found"));
  await look(ben);

  // A refusal and a confirmation, too.
  await findings.openFindings(ben, OPERATOR.id);
  await ben.picture("findings-de");
  await ben.field(say("de", "web-decide-because")).fill("Wird geprüft.");
  await ben.press(say("de", "web-decide"), { status: 422 });
  await ben.reads(say("de", "web-nothing-chosen").slice(1));
  await look(ben);

  await ben.go("/sign-in");
  await look(ben);
  assert.deepEqual([...new Set(found)], []);
});

/** A browser that asks for German gets it before anybody has chosen. */
journey("German by the browser's wish", async ({ visitor }) => {
  const somebody = await visitor({ language: "de" });
  await somebody.go("/sign-in");
  await somebody.reads(say("de", "web-sign-in"));
});

async function releaseOf(visitor, path) {
  await visitor.go(path);
  return await visitor.page.locator('a[href*="/releases/"]').first().getAttribute("href");
}
