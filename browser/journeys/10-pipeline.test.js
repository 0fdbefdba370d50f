// A token is made, a pipeline hands in with it, it is revoked; and a stranger follows what was written meanwhile.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { say } from "../house/catalogue.js";
import { journey } from "../house/journey.js";
import { fileOf } from "../house/material.js";
import { ROOT } from "../house/programs.js";
import { submit } from "../house/recipe.js";
import { assembleWithProduct, at, OPERATOR } from "../house/team.js";
import * as people from "../pages/people.js";

journey("a token for a pipeline, and a stranger who follows the ledger", async (stage) => {
  const { server } = stage;
  const { product } = await assembleWithProduct(stage, "ben");
  const folder = mkdtempSync(join(tmpdir(), "proofmark-pipeline-"));
  writeFileSync(join(folder, "sbom.cdx.json"), fileOf("edge-gateway", "sbom.cdx.json"));
  writeFileSync(join(folder, "broken.json"), '{"bomFormat": "CycloneDX"');
  const seen = join(folder, "seen.json");
  await sealed(server);
  assert.match((await follow(server, seen)).out, /^kept: \d+ lines/);

  const ben = await at(stage, "ben");
  const token = await people.makeToken(ben, OPERATOR.id, { name: "pipeline", duties: ["security-response"] });
  assert.match(token, /^pmk_/);
  await ben.go(`/o/${OPERATOR.id}/people`);
  await ben.reads("pipeline");
  await ben.readsNot(token);

  const order = { url: server.url, operator: OPERATOR.id, product, token, release: "2.0.0-rc3", sbom: "sbom.cdx.json" };
  const done = await submit(order, folder);
  assert.equal(done.code, 1, done.err);
  assert.match(done.out, /^gate: closed\nevidence: [0-9a-f]{64}\n$/);
  assert.equal(done.answer.release, "2.0.0-rc3");
  assert.ok(done.answer.because.blocked_by.length > 0);
  const evidence = `${server.url}/api/v1/operators/${OPERATOR.id}/products/${product}/documents/${done.answer.evidence}`;
  const document = await fetch(evidence, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(document.status, 200);

  const refused = await submit({ ...order, sbom: "broken.json" }, folder);
  assert.equal(refused.code, 3, refused.err);
  assert.equal((await submit({ ...order, product: "no-such-thing" }, folder)).code, 3);
  assert.equal((await submit({ ...order, operator: "somebody-else" }, folder)).code, 3);

  await ben.go(`/o/${OPERATOR.id}/products/${product}/releases/2.0.0-rc3`);
  await ben.reads("2.0.0-rc3");
  await people.revokeToken(ben, OPERATOR.id, "pipeline");
  const late = await submit(order, folder);
  assert.equal(late.code, 3, late.err);
  assert.match(late.err, /revoked/);

  // The ledger's page shows it all sealed, and names no secret.
  await sealed(server);
  await ben.go(`/o/${OPERATOR.id}/ledger`);
  await ben.reads(say("en", "web-ledger-sealed"));
  await ben.reads(/token:[0-9a-f]{16}\s+assess/);
  await ben.picture("ledger");
  const followed = await follow(server, seen);
  assert.match(followed.out, /^consistent: \d+ lines, now \d+; proven with \d+ hashes/, followed.err);

  // Somebody who was shown another history says so.
  const kept = JSON.parse(readFileSync(seen, "utf8"));
  writeFileSync(seen, JSON.stringify({ ...kept, size: kept.size - 1 }));
  const doubted = await follow(server, seen);
  assert.equal(doubted.code, 1);
  assert.match(doubted.err, /NOT CONSISTENT/);
  rmSync(folder, { recursive: true });
  assert.ok(!server.said.includes(token), "the token is in nothing the program writes");
});

/** Waits until the checkpoint covers every line: the server seals in batches. */
async function sealed(server) {
  const size = async () => Number((await (await fetch(`${server.url}/ledger/checkpoint`)).text()).split("\n")[1]);
  let before = -1;
  for (let turn = 0; turn < 40; turn += 1) {
    const now = await size();
    if (now === before && now > 0) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
  assert.fail("the ledger is not sealed");
}

/** The follower of `docs/follow-the-ledger.md`, word for word, run once. */
async function follow(server, seen) {
  const page = readFileSync(join(ROOT, "docs", "follow-the-ledger.md"), "utf8");
  const program = /<<'END'\n([^]*?)\nEND\n/.exec(page)[1];
  const child = spawn("python3", ["-", server.url, seen]);
  child.stdin.end(program);
  let out = "";
  let err = "";
  child.stdout.on("data", (text) => (out += text));
  child.stderr.on("data", (text) => (err += text));
  const [code] = await once(child, "close");
  return { code, out, err };
}
