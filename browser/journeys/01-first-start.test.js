// From the first start to the first verdict.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { OPERATOR, TEAM } from "../house/team.js";
import * as people from "../pages/people.js";
import * as products from "../pages/products.js";

journey("first start: link, administrator, operator, product, verdict", async ({ server, visitor }) => {
  const anna = await visitor();
  const link = await server.setupLink();

  // Nobody is there yet, so nobody can sign in, and a link that was guessed leads nowhere.
  await anna.go("/");
  await anna.go(new URL(link).pathname.replace(/.{6}$/, "AAAAAA"), { status: 404 });
  await anna.reads(/link/);

  // A password everybody tries first is refused, and says so.
  await anna.go(new URL(link).pathname);
  await people.fillInSetUp(anna, { ...TEAM.anna, password: "password1234" }, OPERATOR);
  await people.sendSetUp(anna, { status: 422 });
  await anna.reads(/password/i);

  await people.setUp(anna, link, TEAM.anna, OPERATOR);
  await products.openPortfolio(anna, OPERATOR.id);
  await anna.reads(say("en", "web-first-product"));
  await anna.reads(say("en", "web-first-product.hint"));
  await anna.picture("first-start");

  await products.addProduct(anna);
  await anna.reads("EG-200");
  await anna.reads(say("en", "web-gate-closed"));
  await anna.reads(say("en", "web-obligations"));
  await anna.picture("product");

  await products.openPortfolio(anna, OPERATOR.id);
  await anna.picture("portfolio");

  // The link worked once, for one person.
  const other = await visitor();
  await other.go(new URL(link).pathname);
  assert.match(other.page.url(), /\/sign-in/);
  await other.go("/");
  assert.match(other.page.url(), /\/sign-in/);

  // The secret is in nothing the program wrote after it.
  const secret = new URL(link).pathname.split("/").at(-1);
  assert.equal(server.said.split(secret).length, 2, "the link's secret was written once");
  assert.ok(!server.said.includes(TEAM.anna.password), "no password in what the program writes");
});
