// What a page looks like on paper: A4, white, nothing cut off, nothing to fill in or press.

/** An A4 sheet without the margins the style sheet asks for (14 and 12 mm), in CSS pixels at 96 to the inch. */
const WIDTH = Math.floor(((210 - 2 * 12) / 25.4) * 96);

/** A4 in PDF points. */
const SHEET = [595, 842];

/** Sheets a page of ours may take. */
const MOST_SHEETS = 60;

/** What is wrong with the page when it is printed; the reader's system prefers dark. */
export async function printed(page) {
  const before = page.viewportSize();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: WIDTH, height: 1000 });
  const chosen = await page.evaluate(() => document.documentElement.getAttribute("data-theme"));
  const faults = [];
  for (const theme of [chosen, "dark"]) {
    await page.evaluate((theme) => theme && document.documentElement.setAttribute("data-theme", theme), theme);
    faults.push(...(await page.evaluate(look, WIDTH)));
  }
  faults.push(...(await sheets(page)));
  await page.evaluate((theme) => {
    if (theme) document.documentElement.setAttribute("data-theme", theme);
    else document.documentElement.removeAttribute("data-theme");
  }, chosen);
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.setViewportSize(before);
  return faults;
}

/** In the page: what may not be on paper, what does not fit, what is not dark on white. */
function look(width) {
  const faults = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0;
  for (const element of document.querySelectorAll("form, button, input, select, textarea, nav, .bar, .side, .foot")) {
    if (shown(element)) faults.push(`it shows ${element.outerHTML.slice(0, 80)}`);
  }
  const wide = document.scrollingElement.scrollWidth;
  const out = [...document.querySelectorAll("main *")].filter((element) => shown(element) && element.getBoundingClientRect().right > width + 1);
  if (wide > width || out.length > 0) faults.push(`it is ${wide} pixels wide of ${width}: ${out.at(-1)?.outerHTML.slice(0, 160)}`);
  const light = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    if (alpha === 0) return undefined;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };
  for (const element of document.querySelectorAll("html, body, body *")) {
    if (!shown(element) || element.closest("svg")) continue;
    const style = getComputedStyle(element);
    const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
    const printed = style.printColorAdjust === "exact" && light(style.backgroundColor) !== undefined;
    // Backgrounds are not printed unless they are asked for: words stand on white.
    if (words && !printed && light(style.color) > 0.55) faults.push(`pale words: ${element.outerHTML.slice(0, 120)} ${style.color}`);
    if (style.backgroundImage === "none" && (light(style.backgroundColor) ?? 1) < 0.3 && !printed && !element.closest(".tally, .legend")) {
      faults.push(`a dark ground: ${element.outerHTML.slice(0, 120)} ${style.backgroundColor}`);
    }
  }
  return [...new Set(faults)].slice(0, 5);
}

/** Printed by the browser itself: how many sheets, and each an A4 sheet. */
async function sheets(page) {
  const bytes = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  const boxes = [...bytes.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, wide, high]) => [Number(wide), Number(high)]);
  const faults = [];
  if (boxes.length === 0 || boxes.length > MOST_SHEETS) faults.push(`it takes ${boxes.length} sheets`);
  const other = boxes.find(([wide, high]) => Math.abs(wide - SHEET[0]) > 2 || Math.abs(high - SHEET[1]) > 2);
  if (other !== undefined) faults.push(`a sheet is ${other.join(" by ")} points`);
  return faults;
}
