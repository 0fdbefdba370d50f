// The programs a journey needs and where the automation says they are.

import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root directory. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The program under test: what `PROOFMARK_BINARY` names, else what `cargo build` left. */
export function proofmark() {
  const program = process.env.PROOFMARK_BINARY ?? join(ROOT, "target", "debug", "proofmark");
  if (!existsSync(program)) {
    throw new Error(`there is no program at ${program}; run \`cargo build -p proofmark\` first`);
  }
  return program;
}

/** A Chromium of the system's: what `CHROMIUM` names, else the first of its usual names on the path. */
export function chromium() {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const found = process.env.CHROMIUM ?? names.map(onPath).find((path) => path !== undefined);
  if (found === undefined) {
    throw new Error(`no Chromium on the path (looked for ${names.join(", ")})`);
  }
  return found;
}

function onPath(name) {
  const places = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
