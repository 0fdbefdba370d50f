// A release comes in, is triaged by one person, approved by another, and its gate opens.

import assert from "node:assert/strict";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { assembleWithProduct, at, OPERATOR } from "../house/team.js";
import * as findings from "../pages/findings.js";
import * as products from "../pages/products.js";
import * as proposals from "../pages/proposals.js";

/** What keeps the gate closed once the other components were brought up to date: four findings in one component. */
const IN_GRPC = ["CVE-2023-44487", "GHSA-m425-mq94-257g", "CVE-2026-33186", "GHSA-hrxh-6v49-42gf"];

journey("upload, triage, decide, approve, gate", async (stage) => {
  const { product } = await assembleWithProduct(stage, "ben", "cleo");
  const ben = await at(stage, "ben");

  await ben.go(`/o/${OPERATOR.id}/products/${product}`);
  await products.handIn(ben, { release: "2.0.0-rc3", sbom: products.mendedList() });
  await ben.go(`/o/${OPERATOR.id}/products/${product}/releases/2.0.0-rc3`);
  await ben.reads(say("en", "web-gate-closed"));
  await ben.picture("release");

  await findings.openFindings(ben, OPERATOR.id, "?release=2.0.0-rc3&unresolved=true");
  assert.equal(await findings.rows(ben).count(), IN_GRPC.length);
  await ben.picture("findings");
  await findings.choose(ben, ...IN_GRPC);
  await findings.decide(ben, {
    status: "not_affected",
    justification: "vulnerable_code_not_in_execute_path",
    because: "The gateway only dials out; the server side of gRPC is not linked in.",
  });

  // Proposed is not decided: the gate stays as it was.
  await ben.go(`/o/${OPERATOR.id}/products/${product}/releases/2.0.0-rc3`);
  await ben.reads(say("en", "web-gate-closed"));

  const cleo = await at(stage, "cleo");
  await proposals.open(cleo, OPERATOR.id);
  await cleo.reads(IN_GRPC[0]);
  await cleo.reads("the server side of gRPC is not linked in");
  await cleo.picture("proposals");
  await proposals.approveAll(cleo);

  await ben.go(`/o/${OPERATOR.id}/products/${product}/releases/2.0.0-rc3`);
  await proposals.untilAssessed(ben, say("en", "web-gate-open"));
  await ben.reads(say("en", "web-gate-open"));
});
