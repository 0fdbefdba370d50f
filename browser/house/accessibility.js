// What axe finds on a page: WCAG 2.2 at the levels A and AA, in light and in dark.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every set of rules WCAG 2.2 AA consists of. */
const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Everything axe complains about on this page, in words. The page's own policy forbids scripts that are not the
 * server's, so axe is put in through the debugger.
 */
export async function complaints(page) {
  const debug = await page.context().newCDPSession(page);
  try {
    await debug.send("Runtime.evaluate", { expression: `${AXE};0` });
    const found = await judge(debug, { runOnly: { type: "tag", values: WCAG_2_2_AA } });
    const colours = { runOnly: { type: "rule", values: ["color-contrast"] } };
    const shown = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    await page.emulateMedia({ colorScheme: shown ? "light" : "dark" });
    found.push(...(await judge(debug, colours)).map((complaint) => `${shown ? "light" : "dark"}: ${complaint}`));
    await page.emulateMedia({ colorScheme: shown ? "dark" : "light" });
    return found;
  } finally {
    await debug.detach();
  }
}

/**
 * The same for a page that was shown without JavaScript, where axe cannot run: what was shown is shown again in a
 * second page that has JavaScript but whose document has no script, with what `noscript` held put in its place.
 */
export async function complaintsWithoutScript(page, twin) {
  const html = (await page.content())
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>|<script\b[^>]*\/>/g, "")
    .replace(/<(\/?)noscript\b/g, "<$1div");
  const address = page.url();
  await twin.route(address, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await twin.goto(address);
  const found = await complaints(twin);
  await twin.unroute(address);
  return found;
}

async function judge(debug, options) {
  const expression = `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ["violations"] })})
    .then((found) => JSON.stringify(found.violations))`;
  const answer = await debug.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  if (answer.exceptionDetails) throw new Error(`axe failed: ${answer.exceptionDetails.text}`);
  return JSON.parse(answer.result.value).flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id} (${rule.help}): ${node.html}\n      ${node.failureSummary}`),
  );
}
