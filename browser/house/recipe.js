// The shell recipe for CI systems, run as a pipeline runs it: nothing in its environment but what is named.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ROOT } from "./programs.js";

/** Where the recipe lies. */
export const RECIPE = join(ROOT, "ci-templates", "shell", "proofmark-submit.sh");

/**
 * Hands in what is named, from this folder; gives the exit code and what was written. `change` replaces one text of
 * the recipe by another, so that a test need not wait for its patience.
 */
export async function submit(order, folder, change) {
  const { url, operator, product, release = "", sbom, vex = "", token = "", environment = {} } = order;
  const own = mkdtempSync(join(tmpdir(), "proofmark-recipe-"));
  const script = join(own, "proofmark-submit.sh");
  const text = readFileSync(RECIPE, "utf8");
  writeFileSync(script, change ? text.replace(...change) : text);
  const env = {
    PATH: process.env.PATH,
    PROOFMARK_URL: url,
    PROOFMARK_OPERATOR: operator,
    PROOFMARK_PRODUCT: product,
    PROOFMARK_RELEASE: release,
    PROOFMARK_SBOM: sbom,
    PROOFMARK_VEX: vex,
    PROOFMARK_TOKEN: token,
    PROOFMARK_ANSWER: join(own, "answer.json"),
    ...environment,
  };
  const child = spawn("sh", [script], { cwd: folder, env });
  let out = "";
  let err = "";
  child.stdout.on("data", (words) => (out += words));
  child.stderr.on("data", (words) => (err += words));
  const [code] = await once(child, "close");
  let answer;
  try {
    answer = JSON.parse(readFileSync(env.PROOFMARK_ANSWER, "utf8"));
  } catch {
    // Nothing, or no JSON, came back.
  }
  rmSync(own, { recursive: true });
  return { code, out, err, answer };
}
