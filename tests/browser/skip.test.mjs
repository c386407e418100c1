// The first stop of the keyboard leads past the menus into the content.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { oneOfEach, published, SITES } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  test(`the skip link of each kind of page of the ${name} works by keyboard`, async (t) => {
    const site = await published(root);
    t.after(site.close);
    const { page, context } = await open(browser, site);
    for (const { file, url, kind } of oneOfEach(site)) {
      if (kind === "not-found") continue;
      await page.goto(url);
      assert.equal(await page.evaluate(whereSkipIs), "out of sight", file);
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(whereSkipIs), "in sight, focused", file);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash === "#~main", null, { timeout: 5000 }).catch(() => assert.fail(`${file}: Enter leads nowhere`));
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(isPastMenus), true, `${file}: the next stop is before the content`);
    }
    await context.close();
  });
}

function whereSkipIs() {
  const link = document.querySelector('a[href="#~main"]');
  const { top, bottom, left, right, width, height } = link.getBoundingClientRect();
  const inSight = top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight && width > 40 && height > 20;
  return (inSight ? "in sight" : "out of sight") + (document.activeElement === link ? ", focused" : "");
}

/** Whether the focus is in the content or, where that has nothing to stop at, behind it. */
function isPastMenus() {
  const main = document.querySelector("main");
  const at = document.activeElement;
  return main.contains(at) || Boolean(main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
}
