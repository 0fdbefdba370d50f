// An auditor sees everything and can touch nothing.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { assembleWithProduct, at, OPERATOR } from "../house/team.js";

journey("the auditor sees but cannot touch", async (stage) => {
  const { product } = await assembleWithProduct(stage, "dora");
  const dora = await at(stage, "dora");
  const desk = `/o/${OPERATOR.id}`;

  const places = ["", "/findings", "/ledger", "/feeds", "/people", `/products/${product}`];
  for (const place of places) {
    await dora.go(desk + place);
    // What is left is reading: language and light, searching, filtering, signing out.
    const forms = await dora.page.locator("form[method=post]").evaluateAll((all) => all.map((form) => form.getAttribute("action")));
    const changing = forms.filter((action) => action !== "/preferences" && action !== "/sign-out");
    assert.deepEqual(changing, [], `${place} offers changes`);
    assert.equal(await dora.page.getByRole("checkbox").count(), 0, `${place} offers to choose`);
  }

  // Nor by a form of their own making.
  for (const [path, fields] of [
    [`${desk}/findings/decisions`, { finding: `${product} GHSA-m425-mq94-257g pkg:golang/google.golang.org/grpc@v1.58.2`, status: "fixed", because: "b" }],
    [`${desk}/products/${product}/assessments`, {}],
  ]) {
    await dora.go(desk);
    await dora.send(path, fields, { status: 403 });
    await dora.reads(say("en", "web-title-forbidden"));
  }
  await dora.go(`${desk}/ledger`);
  await dora.readsNot("dora.weiss assess");
});
