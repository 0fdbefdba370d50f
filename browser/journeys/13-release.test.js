// A release looked at closely: the tree of its components, the path to one, what changed in the next release.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { assembleWithProduct, at, OPERATOR } from "../house/team.js";
import * as products from "../pages/products.js";

journey("tree, path, what changed", async (stage) => {
  const { product } = await assembleWithProduct(stage, "ben");
  const ben = await at(stage, "ben");
  const path = `/o/${OPERATOR.id}/products/${product}`;
  await ben.go(path);
  // What is long has pages of its own.
  const height = await ben.page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height <= 5000, `the product's page is ${height} px high`);
  const release = await ben.page.locator('a[href*="/releases/"]').first().getAttribute("href");
  await ben.go(`${path}/dossier`);
  await ben.reads(say("en", "pictures-in-words"));
  await ben.picture("dossier");

  // From the product down; folding needs no script.
  await ben.go(release);
  await ben.follow(say("en", "web-components"));
  await ben.reads(say("en", "pictures-tree"));
  await ben.picture("components");
  const folded = ben.page.locator(".tree details:not([open])").first();
  if (await folded.count()) {
    await folded.locator("summary").first().click();
    assert.ok(await ben.page.locator(".tree details[open]").count());
  }

  // A component is searched by part of its name, and its path is drawn and said.
  await ben.page.locator("#words").fill("grpc");
  await ben.strike("Enter");
  await ben.follow(/grpc/, { within: ben.page.locator("tbody") });
  await ben.reads(say("en", "web-dependency-path"));
  assert.ok(await ben.page.locator("svg.paths rect").count(), "the path is drawn");
  assert.ok(await ben.page.locator(".ways .steps li").count(), "the path is said");
  await ben.picture("component");

  // Why one finding is there.
  await ben.through(() => ben.page.locator("[data-open]").first().click());
  await ben.reads(say("en", "pictures-why"));
  await ben.reads(say("en", "pictures-in-the-way"));
  await ben.picture("finding", { whole: true });

  // The next release: what went and what came.
  await ben.go(path);
  await products.handIn(ben, { release: "2.0.0-rc3", sbom: products.mendedList() });
  await ben.go(`${path}/releases/2.0.0-rc3/changes`);
  await ben.reads("golang-jwt");
  await ben.reads(say("en", "pictures-gone-version"));
  await ben.picture("changes", { whole: true });

  const narrow = await at(stage, "ben", { width: 320, height: 720 });
  for (const view of [path, `${path}/dossier`, `${release}/components`, `${release}/changes`, `${path}/releases/2.0.0-rc3/changes`]) {
    await narrow.go(view);
  }
  await narrow.go(`${release}/components?q=grpc`);
  await narrow.through(() => narrow.page.locator("tbody a").first().click());
  await narrow.picture("component-narrow", { whole: true });
  await narrow.through(() => narrow.page.locator("[data-open]").first().click());
});
