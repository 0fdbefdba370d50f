// One box finds products, components and vulnerabilities, from every page, however they are typed.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { assembleWithProduct, at, OPERATOR } from "../house/team.js";

/** What is typed, and what must be found. */
const SEARCHES = [
  ["EG-200", "EG-200"],
  ["eg-200", "EG-200"],
  ["cve-2023-44487", "CVE-2023-44487"],
  ["GHSA-M425-mq94-257g", "GHSA-m425-mq94-257g"],
  ["busybox", "busybox"],
  ["google.golang.org/gr", "google.golang.org/grpc"],
];

journey("search everywhere", async (stage) => {
  const { product } = await assembleWithProduct(stage, "dora");
  const dora = await at(stage, "dora");
  const desk = `/o/${OPERATOR.id}`;
  const pages = ["", "/findings", "/ledger", "/feeds", "/settings", `/products/${product}`];
  for (const [number, [typed, found]] of SEARCHES.entries()) {
    await dora.go(desk + pages[number % pages.length]);
    await dora.field(say("en", "web-search-label")).fill(typed);
    await dora.strike("Enter");
    await dora.reads(found);
    assert.equal(await dora.field(say("en", "web-search-label")).inputValue(), typed);
  }
  await dora.picture("search");
  for (const nonsense of ["no such thing at all", "<b>bold</b>", "%", "'; --"]) {
    await dora.field(say("en", "web-search-label")).fill(nonsense);
    await dora.strike("Enter");
    await dora.reads(say("en", "web-nothing-found"));
  }
});
