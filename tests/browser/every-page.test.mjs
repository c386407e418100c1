// Every page, once: it loads without a word and asks nobody but its own site for anything, axe finds nothing
// in it that breaks a rule of WCAG 2.0 to 2.2 at level A or AA or a best practice, and nothing in it makes a
// reader scroll sideways.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { launch, tour } from "./chromium.mjs";
import { everyPage, published, SITES } from "./site.mjs";
import { tooWide } from "./width.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  test(`every page of the ${name} is quiet, stays at home, is accessible and fits its window`, async (t) => {
    const site = await published(root);
    t.after(site.close);
    const look = async (page) => {
      // The page before has left the window narrow.
      await page.setViewportSize({ width: 1280, height: 800 });
      return [...(await violations(page)), ...(await tooWide(page))];
    };
    assert.deepEqual(await tour(browser, site, everyPage(site), {}, look), []);
  });
}
