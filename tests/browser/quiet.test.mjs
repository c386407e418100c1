// A page asks nobody but its own site for anything, and the browser has nothing to complain of.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { everyPage, editions, SITES } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  for (const [edition, make] of Object.entries(editions(root))) {
    if (edition === "at /repo/") continue;
    test(`the pages of the ${name} load without a word and stay at home ${edition}`, async (t) => {
      const site = await make();
      t.after(site.close);
      const { page, context, trouble } = await open(browser, site);
      const found = [];
      for (const { file, url } of everyPage(site)) {
        await page.goto(url);
        found.push(...trouble.splice(0).map((what) => `${file}: ${what}`));
      }
      await context.close();
      assert.deepEqual(found, []);
    });
  }
}
