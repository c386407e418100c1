// On paper there is no navigation, and what is folded on the screen is open.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { oneOfEach, published, SITES } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  test(`each kind of page of the ${name} prints its content, unfolded, and no menus`, async (t) => {
    const site = await published(root);
    t.after(site.close);
    const { page, context } = await open(browser, site);
    await page.emulateMedia({ media: "print" });
    const found = [];
    let folds = 0;
    for (const { file, url } of oneOfEach(site)) {
      await page.goto(url);
      const { menus, folded, details, heading } = await page.evaluate(paper);
      folds += details;
      found.push(...menus.map((what) => `${file}: it prints ${what}`));
      found.push(...folded.map((what) => `${file}: it does not print "${what}"`));
      if (!heading) found.push(`${file}: it does not print its heading`);
    }
    await context.close();
    assert.deepEqual(found, []);
    assert.ok(folds > 3, `only ${folds} folds were looked at`);
  });
}

/** What is printed of menus, what is not printed of folds, and whether the heading is. */
function paper() {
  const isSeen = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  const isPrinted = (element) => isSeen(element) && element.getBoundingClientRect().height > 1;
  const menus = [...document.querySelectorAll("nav, [href='#~main'], .anchor")].filter(isPrinted);
  // A list of contents is a menu too, and folds that hold nothing else stay at home with it.
  const isMenu = (fold) => fold.closest("nav, [data-library]") || fold.querySelector(":scope > nav");
  const folds = [...document.querySelectorAll("details")].filter((fold) => !isMenu(fold));
  const folded = folds.flatMap((fold) => [...fold.querySelectorAll(":scope > :not(summary)")]).filter((part) => !isPrinted(part));
  return {
    menus: menus.map((menu) => `${menu.localName}.${menu.className}`),
    folded: folded.map((part) => part.textContent.trim().slice(0, 40)),
    details: folds.length,
    // Sheets of cards go to the printer as they are.
    heading: isPrinted(document.querySelector("[data-kind=sheets] .side, [data-kind]:not([data-kind=sheets]) h1, body:not([data-kind]) h1")),
  };
}
