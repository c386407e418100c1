// Each kind of page in each language is accessible in all settings: light and dark, wide and narrow, and
// after the reader's own choice of colours. FULL=1 looks at every page so.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { launch, tour } from "./chromium.mjs";
import { everyPage, oneOfEach, published, SITES } from "./site.mjs";

const NARROW = { width: 360, height: 740 };
/** The first setting of all, a wide light screen, is that of every-page.test.mjs. */
const VIEWS = {
  "on a wide dark screen": { colorScheme: "dark" },
  "on a light phone": { viewport: NARROW },
  "on a dark phone": { viewport: NARROW, colorScheme: "dark" },
  "on a light phone whose reader chose dark": { viewport: NARROW, chosen: "dark" },
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  test(`${process.env.FULL ? "every page" : "each kind of page"} of the ${name} is accessible in all settings`, async (t) => {
    const site = await published(root);
    t.after(site.close);
    const pages = process.env.FULL ? everyPage(site) : oneOfEach(site);
    for (const [view, { chosen, ...options }] of Object.entries(VIEWS)) {
      const look = async (page) => {
        if (chosen) await page.evaluate((scheme) => (document.documentElement.dataset.scheme = scheme), chosen);
        return violations(page);
      };
      assert.deepEqual(await tour(browser, site, pages, options, look), [], view);
    }
  });
}
