// The templates for CI systems, run as those systems run them: read from their YAML, with the inputs they document.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { parse } from "yaml";

import { ROOT } from "./programs.js";

const ACTION = join(ROOT, "ci-templates", "github");
const TEMPLATE = join(ROOT, "ci-templates", "gitlab", "proofmark.gitlab-ci.yml");

/** How GitHub calls the shells an action may name. */
const SHELLS = { sh: ["sh", "-e"], bash: ["bash", "--noprofile", "--norc", "-eo", "pipefail"] };

/**
 * Runs the composite action in this folder, as a workflow that gives it these inputs (`with:`) would. Gives the exit code,
 * what was written, and the action's outputs.
 */
export async function runAction(inputs, folder, environment = {}) {
  const action = parse(readFileSync(join(ACTION, "action.yml"), "utf8"));
  assert.equal(action.runs.using, "composite");
  const known = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => {
      assert.ok(name in inputs || !input.required, `the action asks for \`${name}\``);
      return [name, inputs[name] ?? input.default ?? ""];
    }),
  );
  for (const name of Object.keys(inputs)) assert.ok(name in known, `the action knows no input \`${name}\``);
  const steps = {};
  let done = { code: 0, out: "", err: "" };
  for (const step of action.runs.steps) {
    const values = { inputs: known, steps };
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(text, values)]));
    // What an input holds is never part of a script.
    assert.doesNotMatch(step.run, /\$\{\{/);
    const own = mkdtempSync(join(tmpdir(), "proofmark-action-"));
    const [script, output] = [join(own, "step"), join(own, "output")];
    writeFileSync(script, step.run);
    writeFileSync(output, "");
    const given = { ...environment, ...env, GITHUB_ACTION_PATH: ACTION, GITHUB_OUTPUT: output };
    done = await ran([...SHELLS[step.shell], script], folder, given);
    const lines = readFileSync(output, "utf8").split("\n").filter(Boolean);
    steps[step.id] = { outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2))) };
    rmSync(own, { recursive: true });
    if (done.code !== 0) break;
  }
  const outputs = Object.entries(action.outputs).map(([name, output]) => [name, filled(output.value, { inputs: known, steps })]);
  return { ...done, outputs: Object.fromEntries(outputs) };
}

/**
 * Runs a job that extends the template with these variables, in this folder; `tokens` are the identity tokens GitLab would
 * have made. Gives the exit code, what was written, and the artifacts.
 */
export async function runJob(variables, folder, tokens = {}) {
  const [job] = Object.values(parse(readFileSync(TEMPLATE, "utf8")));
  const told = { ...job.variables, ...variables };
  for (const name of Object.keys(tokens)) assert.ok(name in job.id_tokens, `the template asks for no token \`${name}\``);
  for (const [name, { aud }] of Object.entries(job.id_tokens)) {
    assert.equal(aud, "$PROOFMARK_URL", `${name} is made out to the server`);
  }
  const own = mkdtempSync(join(tmpdir(), "proofmark-job-"));
  const script = join(own, "script");
  // The runner writes every entry of `script` one below the other, and stops at the first that fails.
  writeFileSync(script, `set -e\n${job.script.join("\n")}\n`);
  const done = await ran(["sh", script], folder, { TMPDIR: own, ...told, ...tokens });
  rmSync(own, { recursive: true });
  const kept = job.artifacts.paths.filter((path) => existsSync(join(folder, path)));
  const artifacts = Object.fromEntries(kept.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  for (const path of kept) rmSync(join(folder, path));
  return { ...done, artifacts, always: job.artifacts.when === "always" };
}

/** A text of the action with its expressions filled in. */
function filled(text, values) {
  return text.replaceAll(/\$\{\{\s*([a-z.]+)\s*\}\}/g, (_, path) => path.split(".").reduce((value, name) => value?.[name], values) ?? "");
}

async function ran([program, ...words], folder, environment) {
  const child = spawn(program, words, { cwd: folder, env: { PATH: process.env.PATH, ...environment } });
  let out = "";
  let err = "";
  child.stdout.on("data", (text) => (out += text));
  child.stderr.on("data", (text) => (err += text));
  const [code] = await once(child, "close");
  return { code, out, err };
}
