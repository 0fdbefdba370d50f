// A case that a dossier declares runs its clocks on the portfolio, leads to its page, and is found by the search.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { dossierOf } from "../house/material.js";
import { assemble, at, OPERATOR } from "../house/team.js";
import { GATEWAY } from "../pages/products.js";

/** The operator became aware 30 hours ago: the early warning is overdue, the notification is not. */
function declared() {
  const aware = new Date(Date.now() - 30 * 3600 * 1000).toISOString();
  return `
[[cases]]
name = "stolen keys"
stream = "vulnerability"
[cases.known]
exploited_in_our_product = true
reliable_evidence = true
malicious_actor = true
without_owner_permission = true
[[cases.rulings]]
aware_at = ${aware}
because = "seen in our own logs"
decided_by = "Ben Okafor"
`;
}

function withCase(file) {
  if (file.name !== "proofmark.toml") return file;
  return { ...file, buffer: Buffer.concat([file.buffer, Buffer.from(declared())]) };
}

journey("what needs me today, a case, the search", async (stage) => {
  await assemble(stage);
  const anna = await at(stage, "anna");
  const desk = `/o/${OPERATOR.id}`;

  await anna.go(`${desk}/cases`);
  await anna.reads(say("en", "overview-no-cases"));
  await anna.reads("proofmark clocks");

  await anna.go(desk);
  const files = dossierOf(GATEWAY.example).map(withCase);
  await anna.field(say("en", "web-upload-files")).setInputFiles(files);
  await anna.press(say("en", "web-upload"));

  await anna.go(desk);
  await anna.reads("overdue by");
  await anna.reads(say("en", "overview-readiness"));
  await anna.reads(say("en", "overview-over-time"));
  await anna.picture("portfolio");
  await anna.follow("stolen keys");
  await anna.reads("Article 14(2)(a)");
  await anna.reads("Ben Okafor");
  await anna.picture("case");

  await anna.go(`${desk}/cases?open=true`);
  await anna.reads("stolen keys");
  await anna.go(`${desk}/cases?open=false`);
  await anna.reads(say("en", "web-no-match"));
  await anna.go(`${desk}?needs=clock`);
  assert.equal(await anna.page.locator("table[data-keys] tbody tr").count(), 1);

  for (const [typed, found] of [["stolen", "stolen keys"], ["usybo", "busybox"]]) {
    await anna.field(say("en", "web-search-label")).fill(typed);
    await anna.strike("Enter");
    await anna.reads(found);
  }
});
