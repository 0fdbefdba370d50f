// Somebody in front of a browser. Every page they come to is examined; what is wrong with it is gathered, and
// fails the journey at its end.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { complaints, complaintsWithoutScript } from "./accessibility.js";
import { ROOT } from "./programs.js";

/** A browser window of somebody's own: nobody else's cookies. */
export class Visitor {
  #faults = [];
  #come = [];
  #examined = new Set();
  #expected = new Set();
  #twin;

  /**
   * Opens one. `javaScript: false` is a browser that runs none; `width` is the window's, in CSS pixels; `quick` leaves
   * out axe, for the ways that lead to a journey and are judged in another; `others` are sites the journey leads to.
   */
  static async come(browser, server, wishes = {}) {
    const { javaScript = true, width = 1280, height = 900, language = "en", quick = false, others = [] } = wishes;
    const visitor = new Visitor();
    visitor.quick = quick;
    visitor.others = others;
    visitor.server = server;
    visitor.language = language;
    visitor.javaScript = javaScript;
    visitor.narrow = width < 600;
    const options = { baseURL: server.url, viewport: { width, height }, locale: language, reducedMotion: "reduce" };
    visitor.context = await browser.newContext({ ...options, javaScriptEnabled: javaScript });
    visitor.page = await visitor.context.newPage();
    visitor.page.setDefaultTimeout(60_000);
    if (!javaScript) visitor.#twin = await (await browser.newContext(options)).newPage();
    visitor.#listen();
    return visitor;
  }

  #listen() {
    const { page } = this;
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      if (/^Failed to load resource/.test(message.text()) && this.#isExpected(message.location().url)) return;
      this.#faults.push(`console, at ${page.url()}: ${message.text()} ${message.location().url}`);
    });
    page.on("pageerror", (error) => this.#faults.push(`script error at ${page.url()}: ${error.message}`));
    page.on("requestfailed", (request) => {
      // A download is no page; leaving a page ends what it was still asking for.
      const why = request.failure()?.errorText ?? "";
      if (why !== "net::ERR_ABORTED") this.#faults.push(`request failed: ${request.url()} ${why}`);
    });
    page.on("request", (request) => {
      const address = request.url();
      const known = [this.server.url, ...this.others].some((site) => address.startsWith(`${site}/`));
      if (!known && !/^(data|blob|about):/.test(address)) {
        this.#faults.push(`the page asked somebody else: ${address}`);
      }
    });
    page.on("response", (response) => {
      if (response.status() >= 500) this.#faults.push(`${response.status()} at ${response.url()}`);
    });
    page.on("framenavigated", (frame) => {
      if (frame === page.mainFrame() && frame.url().startsWith(this.server.url)) this.#come.push(bare(frame.url()));
    });
  }

  #isExpected(address) {
    return this.#expected.has(bare(address));
  }

  /** Says beforehand that what a script asks at this path will be refused. */
  expectRefusal(path) {
    this.#expected.add(bare(new URL(path, this.server.url).href));
  }

  /** Goes to a path of the server's. `status` is what the server must answer. */
  async go(path, { status = 200 } = {}) {
    if (status >= 400) this.#expected.add(bare(new URL(path, this.server.url).href));
    const answer = await this.page.goto(path);
    assert.equal(answer?.status(), status, `the answer to ${path}`);
    this.#headers(answer);
    await this.examine();
  }

  /** Follows the link with this name. */
  async follow(name, { within = this.page } = {}) {
    await this.#onwards(() => this.#named(within, "link", name).click());
  }

  /** Presses the button with this name; `status` is what the server must answer to the form. */
  async press(name, { within = this.page, status = 200 } = {}) {
    await this.#onwards(() => this.#named(within, "button", name).click(), status);
  }

  /** Presses keys and waits for the page they lead to. */
  async strike(keys) {
    await this.#onwards(() => this.page.keyboard.press(keys));
  }

  /** Sends a form of the visitor's own making to this path: what no page offers. */
  async send(path, fields, { status }) {
    const make = ([path, fields]) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = path;
      const token = document.querySelector("input[name=form]")?.value ?? "";
      for (const [name, value] of Object.entries({ ...fields, form: token })) {
        const input = document.createElement("input");
        input.name = name;
        input.value = value;
        form.append(input);
      }
      document.body.append(form);
      form.submit();
    };
    await this.#onwards(() => this.page.evaluate(make, [path, fields]), status);
  }

  /** Waits for the page that this leads to, and examines it. */
  async through(step, { status = 200 } = {}) {
    await this.#onwards(step, status);
  }

  async #onwards(step, status = 200) {
    const arrival = this.page.waitForResponse(
      (response) =>
        response.request().isNavigationRequest() &&
        response.frame() === this.page.mainFrame() &&
        (response.status() < 300 || response.status() >= 400),
    );
    const loaded = this.page.waitForEvent("load");
    // Whichever of the two fails, the other must not be left as a rejection nobody handles.
    loaded.catch(() => undefined);
    arrival.then(
      (answer) => answer.status() >= 400 && status === answer.status() && this.#expected.add(bare(answer.url())),
      () => undefined,
    );
    await step();
    const answer = await arrival;
    await loaded;
    assert.equal(answer.status(), status, `the answer at ${answer.url()}`);
    this.#headers(answer);
    await this.examine();
  }

  #named(within, role, name) {
    return within.getByRole(role, typeof name === "string" ? { name, exact: true } : { name }).first();
  }

  /** The field with this label. */
  field(label, { within = this.page } = {}) {
    return within.getByLabel(label, typeof label === "string" ? { exact: true } : {}).first();
  }

  /** Fills in fields by their labels: a text, `true` and `false` for boxes, `{ option }` for lists, `{ file }`. */
  async fill(fields, { within = this.page } = {}) {
    for (const [label, value] of fields instanceof Map ? fields : Object.entries(fields)) {
      const field = this.field(label, { within });
      if (typeof value === "boolean") await field.setChecked(value);
      else if (value.option !== undefined) await field.selectOption(value.option);
      else if (value.file !== undefined) await field.setInputFiles(value.file);
      else await field.fill(value);
    }
  }

  /** What the page says, as somebody reads it. */
  async says() {
    return await this.page.locator("body").innerText();
  }

  /** Holds that the page says this. */
  async reads(words) {
    const said = (await this.says()).replaceAll("\u{2068}", "").replaceAll("\u{2069}", "");
    // What stands between backticks in a sentence is code on a page.
    const holds = words instanceof RegExp ? words.test(said) : said.includes(words.replaceAll("`", ""));
    assert.ok(holds, `${this.page.url()} does not say ${words}; it says:\n${said}`);
  }

  /** Holds that the page does not say this. */
  async readsNot(words) {
    const said = await this.says();
    const holds = words instanceof RegExp ? words.test(said) : said.includes(words);
    assert.ok(!holds, `${this.page.url()} says ${words}`);
  }

  /** Holds the page against what every page owes its readers. */
  async examine() {
    const { page } = this;
    this.#examined.add(bare(page.url()));
    const say = (complaint) => this.#faults.push(`${page.url()}: ${complaint}`);
    const seen = await page.evaluate(() => ({
      language: document.documentElement.lang,
      title: document.title.trim(),
      headings: document.querySelectorAll("h1").length,
      wide: document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth,
      widest: [...document.querySelectorAll("main *")]
        .filter((element) => element.getBoundingClientRect().right > document.scrollingElement.clientWidth + 1)
        .filter((element) => !element.closest(".wide") || element.matches(".wide"))
        .map((element) => element.outerHTML.slice(0, 120))
        .slice(-1),
    }));
    if (seen.language !== this.language) say(`its language is \`${seen.language}\`, not \`${this.language}\``);
    if (seen.title === "") say("it has no title");
    if (seen.headings !== 1) say(`it has ${seen.headings} first headings`);
    // WCAG 2.2, 1.4.10: nobody scrolls in two directions.
    if (seen.wide > 0) say(`it is ${seen.wide} pixels wider than the window: ${seen.widest}`);
    if (this.quick) return;
    const found = this.javaScript ? await complaints(page) : await complaintsWithoutScript(page, this.#twin);
    found.forEach((complaint) => say(`axe: ${complaint}`));
  }

  /** What the answer must say to the browser about itself. */
  #headers(answer) {
    const say = (complaint) => this.#faults.push(`${answer.url()}: ${complaint}`);
    const headers = answer.headers();
    const policy = headers["content-security-policy"] ?? "";
    if (!/default-src '(none|self)'/.test(policy)) say(`its content policy lets too much in: \`${policy}\``);
    if (/unsafe|\*/.test(policy)) say(`its content policy is open: \`${policy}\``);
    for (const directive of ["frame-ancestors", "form-action", "base-uri"]) {
      if (!policy.includes(directive)) say(`its content policy does not say \`${directive}\``);
    }
    if (headers["x-content-type-options"] !== "nosniff") say("it lets browsers guess its type");
    if (!headers["referrer-policy"]) say("it does not say what may be told to other sites");
    if (!headers["cache-control"]?.includes("no-store")) say("it may be kept in a cache");
  }

  /** Keeps a picture of the window under `docs/pictures/`, when the pictures were asked for. */
  async picture(name, { whole = false } = {}) {
    if (!process.env.PROOFMARK_PICTURES) return;
    const folder = join(ROOT, "docs", "pictures");
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole, animations: "disabled" });
  }

  /** What the window looked like when something went wrong. */
  async remember(folder, name) {
    await mkdir(folder, { recursive: true });
    if (this.page.isClosed()) return;
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true }).catch(() => undefined);
  }

  /** Closes the window. */
  async close() {
    await this.context.close();
    await this.#twin?.context().close();
  }

  /** Leaves, and says what was wrong with the pages. */
  async leave() {
    const unseen = this.#come.filter((address) => !this.#examined.has(address));
    await this.close();
    const faults = [...this.#faults, ...unseen.map((address) => `${address}: it was visited but never examined`)];
    return [...new Set(faults)];
  }
}

/** An address without its query and fragment: which page it is. */
function bare(address) {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}
