// The keyboard reaches every control in the order of the page, shows where it is, and leaves again.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, tour } from "./chromium.mjs";
import { oneOfEach, published, SITES } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  for (const width of [360, 1280]) {
    test(`the keyboard comes to every control of each kind of page of the ${name} and goes on, at ${width} px`, async (t) => {
      const site = await published(root);
      t.after(site.close);
      const viewport = { width, height: 800 };
      // Pages in other languages have the same controls; one of them is enough to see that direction is no matter.
      const main = site.pages.find(({ file }) => file === "index.html").lang;
      const pages = oneOfEach(site).filter(({ kind, lang }) => lang === main || kind === "home");
      assert.deepEqual(await tour(browser, site, pages, { viewport }, walk), []);
    });
  }
}

async function walk(page) {
  const count = await page.evaluate(prepare);
  for (let stop = 0; stop < count; stop += 1) await page.keyboard.press("Tab");
  // A box that scrolls is a stop of its own, so there may be a few more than there are controls.
  for (let stop = 0; stop < 30 && !(await page.evaluate(() => globalThis.hasLeft())); stop += 1) await page.keyboard.press("Tab");
  return page.evaluate(() => globalThis.report());
}

/** Notes every stop that is made from now on; gives how many controls there are. */
function prepare() {
  const name = (element) => `${element.localName} "${element.textContent.trim().slice(0, 40)}"`;
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const controls = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0);
  const stops = [];
  const unseen = [];
  addEventListener("focusin", ({ target }) => {
    stops.push(target);
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    const { width, height } = target.getBoundingClientRect();
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || width < 1 || height < 1) unseen.push(name(target));
  });
  globalThis.hasLeft = () => stops.length > 0 && (document.activeElement === document.body || stops.indexOf(document.activeElement) < stops.length - 1);
  globalThis.report = () => {
    const reached = stops.filter((one) => controls.includes(one));
    const wrong = controls.filter((one) => !reached.includes(one)).map((one) => `the keyboard does not come to ${name(one)}`);
    const order = reached.slice(0, controls.length);
    if (wrong.length === 0 && order.some((one, at) => one !== controls[at])) wrong.push("the keyboard goes in another order than the page");
    if (!globalThis.hasLeft()) wrong.push(`the keyboard does not leave ${name(document.activeElement)}`);
    return [...wrong, ...unseen.map((one) => `nothing shows that ${one} has the focus`)];
  };
  return controls.length;
}
