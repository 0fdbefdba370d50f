// What people hand in: the example products, as files of a form.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./programs.js";

/** An example's dossier with all its files, as a file dialogue hands them over: by their bare names. */
export function dossierOf(example) {
  const folder = join(ROOT, "examples", example);
  const paths = files(folder).filter((path) => !/EXPECTED\.md$|ORIGIN\.md$/.test(path));
  return paths.map((path) => {
    const bytes = readFileSync(join(folder, path));
    const flat = path === "proofmark.toml" ? flattened(bytes.toString(), paths) : bytes;
    return { name: path.split("/").at(-1), mimeType: "application/octet-stream", buffer: Buffer.from(flat) };
  });
}

/**
 * The dossier without folders: a directory it names becomes the list of its files. Its decisions on gRPC are left
 * out: what a dossier decides holds over what is decided in the lists, and there must be something to triage.
 */
function flattened(dossier, paths) {
  const advisories = paths.filter((path) => path.startsWith("advisories/")).map((path) => `"${path.split("/")[1]}"`);
  const decisions = /\[\[vulnerability_decisions\]\]\n(?:[^\n[]+\n)*?component = "pkg:golang\/google\.golang\.org\/grpc[^]*?(?=\n\[\[)/g;
  return dossier
    .replaceAll(decisions, "")
    .replaceAll(/"(?:documents|advisories)\//g, '"')
    .replace('advisories = ["advisories"]', `advisories = [${advisories.join(", ")}]`);
}

/** One of an example's files, as it is. */
export function fileOf(example, path) {
  return readFileSync(join(ROOT, "examples", example, path));
}

function files(folder, below = "") {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = below === "" ? name : `${below}/${name}`;
    return statSync(join(folder, path)).isDirectory() ? files(folder, path) : [path];
  });
}
