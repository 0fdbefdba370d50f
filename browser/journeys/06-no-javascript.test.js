// A browser that runs no scripts: everything can be read, and every form works.

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { OPERATOR, TEAM } from "../house/team.js";
import * as findings from "../pages/findings.js";
import * as people from "../pages/people.js";
import * as products from "../pages/products.js";

journey("no JavaScript", async ({ server, visitor }) => {
  const anna = await visitor({ javaScript: false });
  const team = { ...TEAM.anna, duties: ["administrator", "product-owner", "security-response"] };
  await people.setUp(anna, await server.setupLink(), team, OPERATOR);
  await people.signOut(anna);
  await people.signIn(anna, team);

  await products.openPortfolio(anna, OPERATOR.id);
  await products.addProduct(anna);
  await anna.reads(say("en", "web-gate-closed"));
  const product = new URL(anna.page.url()).pathname;
  await products.handIn(anna, { release: "2.0.0-rc3", sbom: products.componentList() });
  await anna.go(product);
  await anna.reads("2.0.0-rc3");
  await anna.press(say("en", "web-assess-again"));

  // Filters, one decision for two findings, search.
  await findings.openFindings(anna, OPERATOR.id);
  await anna.field(say("en", "web-filter-order")).selectOption("newest");
  await anna.press(say("en", "web-filter-apply"));
  await findings.choose(anna, "GHSA-m425-mq94-257g", "GHSA-hrxh-6v49-42gf");
  await findings.decide(anna, { status: "affected", because: "Both are real; the update is planned." });
  await anna.reads(say("en", "web-status-affected"));
  await anna.field(say("en", "web-search-label")).fill("grpc");
  await anna.strike("Enter");
  await anna.reads("grpc");

  await people.invite(anna, OPERATOR.id, TEAM.dora);
  await people.makeToken(anna, OPERATOR.id, { name: "without a script", duties: ["product-owner"] });
  for (const place of ["ledger", "feeds", "people", "settings"]) await anna.go(`/o/${OPERATOR.id}/${place}`);
  await people.signOut(anna);
});
