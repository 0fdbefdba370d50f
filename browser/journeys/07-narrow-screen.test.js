// A telephone, and a desktop enlarged to 400 %: 320 CSS pixels wide (WCAG 2.2, 1.4.10).

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { assembleWithProduct, at, OPERATOR } from "../house/team.js";

journey("narrow screen", async (stage) => {
  const { product } = await assembleWithProduct(stage, "ben");
  for (const width of [320, 375]) {
    const ben = await at(stage, "ben", { width, height: 720 });
    const desk = `/o/${OPERATOR.id}`;
    // `go` finds every page that is wider than the window.
    await ben.go(desk);
    const places = ["findings", "ledger", "feeds", "settings", "portfolio"];
    for (const place of places) {
      const link = ben.page.getByRole("navigation", { name: say("en", "web-navigation") }).getByRole("link", { name: say("en", `web-place-${place}`) });
      assert.ok(await link.isVisible(), `${place} can be reached at ${width}`);
      await ben.through(() => link.click());
    }
    await ben.go(`${desk}/products/${product}`);
    if (width === 375) await ben.picture("product-narrow");
    await ben.go(`${desk}/products/${product}/obligations`);
    await ben.go(`${desk}/products/${product}/dossier`);
    await ben.go(`${desk}/products/${product}`);
    await ben.through(() => ben.page.locator('a[href*="/releases/"]').first().click());
    await ben.field(say("en", "web-search-label")).fill("grpc");
    await ben.strike("Enter");
    await ben.reads("grpc");
    await ben.go("/account");
  }
});
