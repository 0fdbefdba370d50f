// Every page of the register, found by following links: judged by axe in light and dark, 320 pixels wide without a
// second direction to scroll in, and printed. A page nobody comes to fails.

import assert from "node:assert/strict";
import test from "node:test";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { printed } from "../house/paper.js";
import { pageAt, pages } from "../house/register.js";
import { assemble, at, OPERATOR, TEAM } from "../house/team.js";
import * as people from "../pages/people.js";

/** Pages with nothing of their own to see, and why. */
const NOTHING_TO_SEE = new Map([
  ["front", "it leads on"],
  ["sign-in-with", "it leads to the provider's own page, walked in the journeys of providers"],
  ["back-from-provider", "it leads on, walked in the journeys of providers"],
  ["accept-with", "it leads to the provider's own page, walked in the journeys of providers"],
  ["line-proof", "it is a file"],
  ["file", "it is a file"],
]);

const REGISTER = pages();
const seen = new Set();
const onPaper = [];

/** Looks at a page wide and narrow, and prints it. */
async function lookAt(visitor, path) {
  const { page } = visitor;
  await visitor.go(path);
  seen.add(pageAt(REGISTER, page.url())?.name);
  visitor.quick = true;
  await page.setViewportSize({ width: 320, height: 720 });
  await visitor.examine();
  await page.setViewportSize({ width: 1280, height: 900 });
  onPaper.push(...(await printed(page)).map((fault) => `${path} on paper: ${fault}`));
  visitor.quick = false;
}

/** Follows every link to a page nobody has seen yet. */
async function walk(visitor, starts) {
  const ways = [...starts];
  while (ways.length > 0) {
    const way = ways.shift();
    const page = pageAt(REGISTER, way);
    if (page === undefined || seen.has(page.name) || NOTHING_TO_SEE.has(page.name)) continue;
    await lookAt(visitor, way);
    const links = await visitor.page.locator("a[href^='/']:not([download])").evaluateAll((found) => found.map((link) => link.getAttribute("href")));
    ways.push(...links.filter((link) => !link.startsWith("/assets/")));
  }
}

/** Everybody's link into the demonstration as the program prints it, by account. */
function links(said) {
  const lines = said.split("\n").map((line) => /password at (\S+) and sign in as (\w+)/.exec(line));
  return new Map(lines.filter(Boolean).map(([, link, account]) => [account, new URL(link).pathname]));
}

journey("pages before anybody is signed in", async (stage) => {
  const stranger = await stage.visitor();
  await lookAt(stranger, new URL(await stage.server.setupLink()).pathname);
  await stranger.close();
  const anna = await assemble(stage, "ben");
  const invited = await people.invite(anna, OPERATOR.id, TEAM.dora);
  const newcomer = await stage.visitor();
  await lookAt(newcomer, "/sign-in");
  await lookAt(newcomer, new URL(invited).pathname);
});

journey(
  "pages of the demonstration",
  async ({ server, visitor }) => {
    const mette = await visitor();
    await lookAt(mette, links(server.said).get("mette"));
    const password = "lantern-quilt-orbit-338";
    await mette.fill({ [say("en", "web-new-password")]: password });
    await mette.press(say("en", "web-keep"));
    await people.signIn(mette, { account: "mette", password });
    const desk = new URL(mette.page.url()).pathname;
    // The demonstration sends nothing anywhere, so a webhook is made.
    const hook = { name: "Chat", url: "https://chat.example/hook", event: "gate.closed" };
    await mette.send(`${desk}/settings/webhooks`, hook, { status: 200 });
    await walk(mette, [desk, `${desk}/search?q=openssh`, `${desk}/settings/webhooks`, "/installation/operators", "/ledger/attestors", "/installation/identity-providers"]);
  },
  { serve: { words: ["--demo"] } },
);

test("every page is whole on paper", () => assert.deepEqual(onPaper, []));

test("no page of the register was left out", () => {
  assert.ok(REGISTER.length > 35, `${REGISTER.length} pages are few`);
  const left = REGISTER.map((page) => page.name).filter((name) => !seen.has(name));
  assert.deepEqual(left.sort(), [...NOTHING_TO_SEE.keys()].sort());
});
