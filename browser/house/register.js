// The register of routes as the server has it: which pages there are.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./programs.js";

/** Every page of the register: its name and what its addresses look like. */
export function pages() {
  const folder = join(ROOT, "crates", "web", "src", "routes");
  const files = readdirSync(folder).filter((name) => name.endsWith(".rs"));
  const line = /Route::page\(\s*"([^"]+)",\s*"([^"]+)"/g;
  const found = files.flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(line)]);
  return found.map(([, path, name]) => ({ name, path, pattern: patternOf(path) }));
}

/** The page an address leads to; words go before names. */
export function pageAt(all, address) {
  const path = new URL(address, "http://localhost").pathname;
  const fitting = all.filter((page) => page.pattern.test(path));
  return fitting.sort((one, other) => names(one.path) - names(other.path))[0];
}

function names(path) {
  return path.split("{").length;
}

function patternOf(path) {
  const pieces = path.split("/").map((piece) => (piece.startsWith("{") ? "[^/]+" : piece.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&")));
  return new RegExp(`^${pieces.join("/")}$`);
}
