// A journey: a fresh server, a browser, the people who walk through it, and everything cleared away afterwards.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";

import { chromium as engine } from "playwright-core";

import { chromium, ROOT } from "./programs.js";
import { Server } from "./server.js";
import { Visitor } from "./visitor.js";

/** Where a journey that went wrong leaves its pictures and what the server said. */
const REMAINS = join(ROOT, "target", "journeys");

/** How long one journey may take. */
const PATIENCE_MS = 600_000;

/**
 * Tells one journey. `walk` gets the server and `visitor(options)`, which lets somebody in; faults of the pages
 * they visit fail the journey even when it reached its end.
 */
export function journey(name, walk, { serve = {} } = {}) {
  test(name, { timeout: PATIENCE_MS }, async (step) => {
    const server = await Server.start(serve);
    const browser = await engine.launch({ executablePath: chromium() });
    const visitors = [];
    const visitor = async (options) => {
      visitors.push(await Visitor.come(browser, server, options));
      return visitors.at(-1);
    };
    const trouble = [];
    try {
      await walk({ server, visitor, step });
    } catch (error) {
      trouble.push(error);
      await keep(name, server, visitors);
    }
    for (const each of visitors) trouble.push(...(await each.leave()).map((fault) => new Error(fault)));
    await browser.close();
    await server.stop().catch((error) => trouble.push(error));
    if (trouble.length === 1) throw trouble[0];
    if (trouble.length > 1) throw new AggregateError(trouble, trouble.map((each) => each.message).join("\n\n"));
  });
}

async function keep(name, server, visitors) {
  const file = name.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase();
  for (const [number, each] of visitors.entries()) await each.remember(REMAINS, `${file}-${number}`);
  await writeFile(join(REMAINS, `${file}.log`), server.said).catch(() => undefined);
}
