// The driver itself: it must see what is wrong with a page, else every journey is worth nothing.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import test from "node:test";

import { chromium as engine } from "playwright-core";

import { leftovers } from "./catalogue.js";
import { chromium } from "./programs.js";
import { Visitor } from "./visitor.js";

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
};

const page = (body, language = "en") =>
  `<!doctype html><html lang="${language}"><head><title>Page</title><link rel="stylesheet" href="/style.css">
   <link rel="icon" href="/icon.svg"></head><body><main><h1>Page</h1>${body}</main></body></html>`;

const FORM = `<form method="post" action="/sent"><label>Name <input name="name"></label><button>Send</button></form>`;

/** Each page that is wrong, with the one thing that must be seen. */
const WRONG = new Map([
  ["/contrast", [page(`<p class="pale">pale</p>`), /axe: color-contrast/]],
  ["/dark", [page(`<p class="pale-in-dark">pale</p>`), /axe: dark: color-contrast/]],
  ["/label", [page(`<input name="nameless">`), /axe: label/]],
  ["/wide", [page(`<p class="wide">wide</p>`), /pixels wider than the window/]],
  ["/inline", [page(`<p onclick="alert(1)">x</p><script>1</script>`), /Content Security Policy/]],
  ["/elsewhere", [page(`<link rel="stylesheet" href="http://192.0.2.1/x.css">`), /Content Security Policy|somebody else/]],
  ["/tongue", [page("", "de"), /its language is `de`/]],
  ["/heads", [page("<h1>Two</h1>"), /2 first headings/]],
  ["/throws", [page(`<script src="/throws.js"></script>`), /script error/]],
  ["/lost", [page(`<script src="/lost.js"></script>`), /404/]],
]);

const STYLE = `.pale { color: #999; background: #aaa } .wide { width: 4000px }
  @media (prefers-color-scheme: dark) { .pale-in-dark { color: #999; background: #aaa } }`;

function answer(request, response) {
  const path = new URL(request.url, "http://localhost").pathname;
  if (request.method === "POST") return response.writeHead(303, { location: "/sent" }).end();
  if (path === "/icon.svg") return response.writeHead(200, { "content-type": "image/svg+xml" }).end("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
  if (path === "/style.css") return response.writeHead(200, { "content-type": "text/css" }).end(STYLE);
  if (path === "/throws.js") return response.writeHead(200, { "content-type": "text/javascript" }).end("throw new Error('x')");
  if (path === "/lost.js") return response.writeHead(404).end();
  if (path === "/broken") return response.writeHead(500, HEADERS).end(page("broken"));
  if (path === "/open") return response.writeHead(200, { ...HEADERS, "content-security-policy": "default-src *" }).end(page(""));
  if (path === "/refused") return response.writeHead(403, HEADERS).end(page("refused"));
  response.writeHead(200, HEADERS).end(WRONG.get(path)?.[0] ?? page(`${FORM}<noscript><p>none</p></noscript><a href="/on">On</a>`));
}

test("what is wrong with a page is seen, and nothing else", { timeout: 120_000 }, async (step) => {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const stand = { url: `http://127.0.0.1:${server.address().port}` };
  const browser = await engine.launch({ executablePath: chromium() });
  step.after(async () => {
    await browser.close();
    server.close();
  });
  const faults = async (walk, options) => {
    const visitor = await Visitor.come(browser, stand, options);
    await walk(visitor);
    return await visitor.leave();
  };

  for (const javaScript of [true, false]) {
    const walk = async (visitor) => {
      await visitor.go("/");
      await visitor.fill({ Name: "x" });
      await visitor.press("Send");
      await visitor.follow("On");
      await visitor.go("/refused", { status: 403 });
      await visitor.reads("refused");
    };
    assert.deepEqual(await faults(walk, { javaScript }), []);
  }
  for (const [path, [, seen]] of WRONG) {
    const found = await faults((visitor) => visitor.go(path));
    assert.ok(found.some((fault) => seen.test(fault)), `${path}: ${found.join("\n")}`);
  }
  const unlabelled = await faults((visitor) => visitor.go("/label"), { javaScript: false });
  assert.match(unlabelled.join("\n"), /axe: label/);
  const open = await faults((visitor) => visitor.go("/open"));
  assert.match(open.join("\n"), /lets too much in[^]*is open/);
  const unseen = await faults((visitor) => visitor.page.goto("/unseen"));
  assert.match(unseen.join("\n"), /never examined/);
  const broken = await faults((visitor) => visitor.go("/broken", { status: 500 }));
  assert.match(broken.join("\n"), /500 at/);
  await assert.rejects(faults((visitor) => visitor.go("/refused")), /the answer to/);
});

test("an English sentence on a German page is seen, and German is not", () => {
  const texts = ["There is nothing here.", "run `proofmark ledger verify`; restore the last backup", "Nichts", "12"];
  assert.equal(leftovers(texts).length, 1);
});
