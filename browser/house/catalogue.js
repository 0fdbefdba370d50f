// The text catalogue as the pages' readers know it: which sentences are English and have a German twin.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./programs.js";

/**
 * Every sentence of the catalogue whose German differs or is missing, as patterns that match a whole English text and
 * nothing German. What has only values and punctuation in it could be any language and is left out.
 */
export function englishSentences() {
  const english = read("en");
  const german = read("de");
  const spoken = new Set([...german.values()]);
  const found = [];
  for (const [key, text] of english) {
    if (german.get(key) === text || spoken.has(text)) continue;
    const fixed = text.replaceAll(/\{[^{}]*\}/g, "").trim();
    if (text.includes("->") || !/[a-z]{3}/i.test(fixed)) continue;
    // Between two values, a word or two stand in many sentences.
    if (fixed !== text && fixed.length < 12) continue;
    const pieces = text.split(/\{[^{}]*\}/).map(escaped);
    found.push({ key, text, pattern: new RegExp(`^${pieces.join("[^]{0,200}?")}$`) });
  }
  for (const asks of obligations().filter((asks) => !spoken.has(asks))) {
    found.push({ key: "an obligation", text: asks, pattern: exactly(asks) });
  }
  return found;
}

/** What the law's registers ask, in English: their German stands beside the catalogue's own. */
function obligations() {
  const folder = join(ROOT, "crates", "law", "src", "register");
  const files = readdirSync(folder).filter((name) => name.endsWith(".rs"));
  const sentence = /\basks: "((?:[^"\\]|\\.)*)"/g;
  return files.flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(sentence)].map(([, asks]) => asks));
}

function exactly(text) {
  return new RegExp(`^${escaped(text)}$`);
}

function escaped(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The English sentences among these texts. */
export function leftovers(texts, sentences = englishSentences()) {
  return [...new Set(texts.map(plain))].flatMap((text) => {
    const found = sentences.find(({ pattern }) => spellings(text).some((spelling) => pattern.test(spelling)));
    return found ? [`\`${text}\` is English (${found.key})`] : [];
  });
}

/** As it is, and as it stands in the catalogue when the page began it with a capital and ended it with a point. */
function spellings(text) {
  const bare = text.replace(/\.$/, "");
  return [text, bare, text.charAt(0).toLowerCase() + text.slice(1), bare.charAt(0).toLowerCase() + bare.slice(1)];
}

/** Without the marks that keep directions of writing apart, and with single spaces. */
export function plain(text) {
  return text.replaceAll(/[\u{2068}\u{2069}]/gu, "").replaceAll(/\s+/g, " ").trim();
}

const spoken = new Map();

/** What the page says for this key in this language, else in English; only for sentences without values. */
export function say(language, key) {
  for (const one of [language, "en"]) {
    if (!spoken.has(one)) spoken.set(one, read(one));
    const text = spoken.get(one).get(key);
    if (text !== undefined) return text;
  }
  throw new Error(`the catalogue has no \`${key}\``);
}

/** Every text a reader of the page meets: what is shown, and what is read out or shown on pointing. */
export async function textsOf(page) {
  return await page.evaluate(() => {
    const texts = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      // Values, codes and what others wrote are in the language they came in.
      if (parent?.closest("script, style, code, pre, [lang]:not(html)")) continue;
      texts.push(walker.currentNode.data);
    }
    for (const element of document.querySelectorAll("[title], [aria-label], [placeholder], [alt], input[value]")) {
      for (const name of ["title", "aria-label", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
      if (element.matches("input[type=submit]")) texts.push(element.value);
    }
    return texts.filter((text) => text.trim() !== "");
  });
}

/** One language's messages and attributes by key; whole values with their placeables. */
export function read(language) {
  const folder = join(ROOT, "crates", "text", language);
  const found = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ftl"))) {
    let key;
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const message = /^([a-z][a-z0-9_-]*)\s*=\s*(.*)$/i.exec(line);
      const attribute = /^\s+\.([a-z]+)\s*=\s*(.*)$/i.exec(line);
      if (message) found.set((key = message[1]), message[2].trim());
      else if (attribute) found.set((key = `${key?.split(".")[0]}.${attribute[1]}`), attribute[2].trim());
      else if (/^\s+\S/.test(line) && key) found.set(key, `${found.get(key)} ${line.trim()}`.trim());
      else key = undefined;
    }
  }
  return found;
}
