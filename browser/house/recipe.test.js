// The shell recipe and the templates made of it, against answers a real server seldom gives.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { RECIPE, submit } from "./recipe.js";
import { ROOT } from "./programs.js";

/** Answers by product: what the server says to who hands in for it. */
const ANSWERS = {
  open: [200, { gate: "open", evidence: "e1" }],
  closed: [200, { gate: "closed", evidence: "e2" }],
  spared: [201, { gate: "not-asked", evidence: "e3" }],
  undecided: [200, { evidence: "e4" }],
  broken: [422, { detail: "the `SBOM` is \"odd\", sorry", hint: "mend it" }],
  stranger: [401, { detail: "sign in first" }],
  down: [503, { detail: "too many requests are waiting" }],
};

async function withServer(work) {
  const heard = [];
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const path = new URL(request.url, "http://localhost").pathname;
      heard.push({ path, query: request.url.split("?")[1], headers: request.headers, body: Buffer.concat(chunks).toString() });
      if (path === "/identity") return response.end(JSON.stringify({ count: 1, value: "from-github" }));
      const product = /\/products\/([^/]+)\//.exec(path)?.[1];
      const [status, answer] = ANSWERS[product] ?? [404, { detail: "nothing" }];
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer, null, 2));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const folder = mkdtempSync(join(tmpdir(), "proofmark-recipe-"));
  writeFileSync(join(folder, "sbom.json"), "{}");
  try {
    await work({ url: `http://127.0.0.1:${server.address().port}`, folder, heard });
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

test("each answer of the server is an exit code of the recipe", { timeout: 120_000 }, async () => {
  await withServer(async ({ url, folder, heard }) => {
    const ask = (product, more = {}) =>
      submit({ url, operator: "op", product, sbom: "sbom.json", token: "t0ken", ...more }, folder);
    const codes = { open: 0, closed: 1, spared: 0, undecided: 6, broken: 3, stranger: 3 };
    for (const [product, code] of Object.entries(codes)) {
      const done = await ask(product);
      assert.equal(done.code, code, `${product}: ${done.err}`);
      if (code < 2) assert.match(done.out, /^gate: \S+\nevidence: e\d\n$/);
    }
    const broken = await ask("broken");
    assert.match(broken.err, /refused \(422\): the `SBOM` is "odd", sorry\n.*hint: mend it/);
    assert.ok(heard.every(({ headers }) => headers.authorization === "Bearer t0ken"));
    assert.ok(heard.every(({ headers }) => /^[ -~]{1,200}$/.test(headers["idempotency-key"])));
    assert.equal((await ask("open", { sbom: "nowhere.json" })).code, 2);
    assert.equal((await ask("open", { token: "" })).code, 2);
    const away = await submit({ url: "http://127.0.0.1:9", operator: "o", product: "p", sbom: "sbom.json", token: "t" }, folder, ["--retry 3", "--retry 0"]);
    assert.equal(away.code, 4, away.err);
    assert.equal((await submit({ url, operator: "op", product: "down", sbom: "sbom.json", token: "t" }, folder, ["--retry 3", "--retry 0"])).code, 4);
  });
});

test("a workload without a token shows who it is", { timeout: 60_000 }, async () => {
  await withServer(async ({ url, folder, heard }) => {
    const output = join(folder, "output");
    const environment = {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/identity?api=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "asks",
      GITHUB_OUTPUT: output,
    };
    const done = await submit({ url, operator: "op", product: "open", sbom: "sbom.json", environment }, folder);
    assert.equal(done.code, 0, done.err);
    assert.equal(heard[0].headers.authorization, "Bearer asks");
    assert.equal(heard[0].query, `api=1&audience=${url}`);
    assert.equal(heard[1].headers.authorization, "Bearer from-github");
    assert.equal(readFileSync(output, "utf8"), "gate=open\nevidence=e1\n");
    const gitlab = { PROOFMARK_ID_TOKEN: "from-gitlab" };
    await submit({ url, operator: "op", product: "open", sbom: "sbom.json", environment: gitlab }, folder);
    assert.equal(heard[2].headers.authorization, "Bearer from-gitlab");
  });
});

test("the template for GitLab holds a recipe that does the same", { timeout: 60_000 }, async () => {
  await withServer(async ({ url, folder }) => {
    const template = readFileSync(join(ROOT, "ci-templates/gitlab/proofmark.gitlab-ci.yml"), "utf8");
    const script = template.slice(template.indexOf("    - |\n") + 8);
    const commands = script.replaceAll(/^ {6}/gm, "").replace(/^ {4}- /gm, "");
    const variables = { PROOFMARK_URL: url, PROOFMARK_OPERATOR: "op", PROOFMARK_SBOM: "sbom.json", PROOFMARK_ID_TOKEN: "t" };
    const run = async (product) => {
      const env = { PATH: process.env.PATH, TMPDIR: folder, ...variables, PROOFMARK_PRODUCT: product };
      const [code] = await once(spawn("sh", ["-ec", commands], { cwd: folder, env, stdio: "ignore" }), "close");
      return code;
    };
    assert.deepEqual([await run("open"), await run("closed"), await run("broken")], [0, 1, 3]);
    const recipe = readFileSync(RECIPE, "utf8");
    assert.equal(readFileSync(join(folder, "proofmark-submit.sh"), "utf8"), recipe);
  });
});
