// The GitHub action and the GitLab template, run as they are written against a served instance: the gate is open, the gate
// is closed, the list cannot be read.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { journey } from "../house/journey.js";
import { runAction, runJob } from "../house/templates.js";
import { assemble, OPERATOR } from "../house/team.js";
import * as people from "../pages/people.js";

const DOSSIER = `proofmark = 1
advisories = ["advisories"]
[operator]
name = "${OPERATOR.name}"
[product]
name = "Template gateway"
kind = "software"
[release]
version = "1.0.0"
sbom = "sbom.cdx.json"
`;

const ADVISORY = {
  id: "GHSA-aaaa-bbbb-cccc",
  schema_version: "1.6.0",
  modified: "2026-01-10T00:00:00Z",
  published: "2026-01-01T00:00:00Z",
  summary: "pads too far",
  severity: [{ type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }],
  affected: [{ package: { ecosystem: "npm", name: "left-pad" }, ranges: [{ type: "SEMVER", events: [{ introduced: "0" }, { fixed: "1.3.0" }] }] }],
};

const list = (version) =>
  JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    metadata: { component: { type: "application", name: "Template gateway", version: "1.0.0", "bom-ref": "app" } },
    components: [{ type: "library", name: "left-pad", version, purl: `pkg:npm/left-pad@${version}`, "bom-ref": "left-pad" }],
    dependencies: [{ ref: "app", dependsOn: ["left-pad"] }],
  });

journey("the templates for pipelines", async (stage) => {
  const { server } = stage;
  const anna = await assemble(stage, "ben");
  const token = await people.makeToken(anna, OPERATOR.id, { name: "pipeline", duties: ["product-owner"] });
  const form = new FormData();
  form.append("files", new File([DOSSIER], "proofmark.toml"));
  form.append("files", new File([list("1.3.0")], "sbom.cdx.json"));
  form.append("files", new File([JSON.stringify(ADVISORY)], "advisories/one.json"));
  const made = await fetch(`${server.url}/api/v1/operators/${OPERATOR.id}/submissions`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const answer = await made.json();
  assert.ok(made.ok, JSON.stringify(answer));
  const folder = mkdtempSync(join(tmpdir(), "proofmark-templates-"));
  writeFileSync(join(folder, "mended.json"), list("1.3.0"));
  writeFileSync(join(folder, "affected.json"), list("1.1.0"));
  writeFileSync(join(folder, "broken.json"), '{"bomFormat": "CycloneDX"');
  const inputs = (sbom, release) => ({ url: server.url, operator: OPERATOR.id, product: answer.product, sbom, release, token });
  const variables = (sbom, release) => ({
    PROOFMARK_URL: server.url,
    PROOFMARK_OPERATOR: OPERATOR.id,
    PROOFMARK_PRODUCT: answer.product,
    PROOFMARK_SBOM: sbom,
    PROOFMARK_RELEASE: release,
  });

  // Each system on its own: the gate's answer is the job's.
  for (const [sbom, release, code, gate] of [["mended.json", "1.1.0", 0, "open"], ["affected.json", "1.2.0", 1, "closed"]]) {
    const action = await runAction(inputs(sbom, `${release}-github`), folder);
    assert.equal(action.code, code, `${sbom}: ${action.out}${action.err}`);
    assert.equal(action.outputs.gate, gate);
    assert.match(action.outputs.evidence, /^[0-9a-f]{64}$/);
    rmSync(join(folder, "proofmark-verdict.json"), { force: true });
    // GitLab's own identity token goes the same way; here a token stands for it.
    const job = await runJob(variables(sbom, `${release}-gitlab`), folder, { PROOFMARK_ID_TOKEN: token });
    assert.equal(job.code, code, `${sbom}: ${job.out}${job.err}`);
    const kept = JSON.parse(job.artifacts["proofmark-verdict.json"]);
    assert.equal(kept.gate, gate);
    assert.ok(job.always, "the answer is kept of a closed gate too");
  }

  const refused = await runAction(inputs("broken.json", "1.3.0"), folder);
  assert.equal(refused.code, 3, refused.err);
  assert.deepEqual(refused.outputs, { gate: "", evidence: "" });
  // What an input holds is not run.
  const sly = await runAction({ ...inputs("mended.json", "$(touch ran)`touch ran`"), product: "$(touch ran)" }, folder);
  assert.ok(sly.code > 1, sly.out);
  const nothing = await runJob({ ...variables("mended.json", "1.4.0"), PROOFMARK_URL: "" }, folder, { PROOFMARK_ID_TOKEN: token });
  assert.equal(nothing.code, 2, nothing.err);
  assert.throws(() => rmSync(join(folder, "ran")), /ENOENT/);
  rmSync(folder, { recursive: true });
});
