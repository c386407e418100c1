// In a folder, too, a page asks for nothing from elsewhere, and the browser has nothing to complain of.
// What is on the web is looked at in every-page.test.mjs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, tour } from "./chromium.mjs";
import { everyPage, offline, SITES } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  test(`the pages of the ${name} load without a word and stay at home in a folder`, async (t) => {
    const site = offline(root);
    t.after(site.close);
    assert.deepEqual(await tour(browser, site, everyPage(site)), []);
  });
}
