// Somebody who has only the program looks around: every page of the demonstration has something to show.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import * as people from "../pages/people.js";

const GATEWAY = "/o/kvistmark-feltnet-a-s";
const MANAGER = "/o/dohlennest-software-gmbh";
const PASSWORD = "lantern-quilt-orbit-338";

/** Everybody's link as the program prints it, by account. */
function links(said) {
  const lines = said.split("\n").map((line) => /password at (\S+) and sign in as (\w+)/.exec(line));
  return new Map(lines.filter(Boolean).map(([, link, account]) => [account, new URL(link).pathname]));
}

/** Comes in by the link that works once. */
async function comeIn(visitor, server, account) {
  await visitor.go(links(server.said).get(account));
  await visitor.reads("This is a demonstration");
  await visitor.fill({ [say(visitor.language, "web-new-password")]: PASSWORD });
  await visitor.press(say(visitor.language, "web-keep"));
  await people.signIn(visitor, { account, password: PASSWORD });
}

journey(
  "the demonstration, page by page",
  async ({ server, visitor }) => {
    assert.equal(links(server.said).size, 4);
    const mette = await visitor();
    await comeIn(mette, server, "mette");
    await mette.go(GATEWAY);
    const product = await mette.page.locator('main table a[href*="/products/"]').first().getAttribute("href");
    for (const [place, says] of [
      [product, "art14-2-a"],
      [`${product}/documents`, say("en", "evidence-hold")],
      [`${product}/documents?role=component-list`, "sbom.cdx.json"],
      [`${product}/releases/1.9.0?named=openssh`, "9.2p1-2+deb12u2"],
      [`${product}/releases/2.0.0?named=openssh`, "9.2p1-2+deb12u3"],
      [`${product}/dossier/2`, "cases"],
      [`${GATEWAY}/findings`, "CVE-"],
      [`${GATEWAY}/approvals`, "not compiled into our build"],
      [`${GATEWAY}/documents`, say("en", "evidence-none-made")],
      [`${GATEWAY}/ledger`, "place-hold"],
      [`${GATEWAY}/feeds`, ""],
      [`${GATEWAY}/people`, "Rita Falk"],
      [`${GATEWAY}/settings`, ""],
      [`${GATEWAY}/search?q=openssh`, "openssh"],
      [`${MANAGER}`, "Dohlennest"],
      [`${MANAGER}/documents`, say("en", "evidence-download-pack")],
      ["/account", "mette"],
    ]) {
      await mette.go(place);
      await mette.reads("This is a demonstration");
      await mette.reads(says);
    }

    // The gateway's papers are made with one press, and lie on the page it leads to.
    await mette.go(`${product}/documents`);
    await mette.press(/^Make the papers/);
    await mette.reads(/The papers of release .* were made/);
    const download = mette.page.waitForEvent("download");
    await mette.page.getByRole("link", { name: /^Download the pack/ }).first().click();
    assert.match((await download).suggestedFilename(), /evidence-pack\.zip$/);
  },
  { serve: { words: ["--demo"] } },
);

journey(
  "the documents of the demonstration without JavaScript, narrow and in German",
  async ({ server, visitor }) => {
    const sven = await visitor({ javaScript: false, width: 320, language: "de" });
    await sven.go(links(server.said).get("sven"));
    await sven.fill({ [say("de", "web-new-password")]: PASSWORD });
    await sven.press(say("de", "web-keep"));
    await people.signIn(sven, { account: "sven", password: PASSWORD });
    await sven.go(`${MANAGER}/documents`);
    await sven.reads(say("de", "evidence-download-pack"));
    await sven.press(/^Neu erstellen/);
    await sven.reads(/Registereintrag \d+ berichtet davon/);
    await sven.field(say("de", "evidence-filter-words")).fill("risk");
    await sven.press(say("de", "web-filter-apply"));
    await sven.reads("risk");
    await sven.reads("Anhang VII");
  },
  { serve: { words: ["--demo"] } },
);
