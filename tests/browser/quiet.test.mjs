// In a folder, too, each kind of page asks for nothing from elsewhere, and the browser has nothing to complain of.
// Every page, as it is on the web, is looked at in every-page.test.mjs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, tour } from "./chromium.mjs";
import { offline, oneOfEach, SITES } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  test(`each kind of page of the ${name} loads without a word and stays at home in a folder`, async (t) => {
    const site = offline(root);
    t.after(site.close);
    assert.deepEqual(await tour(browser, site, oneOfEach(site)), []);
  });
}
