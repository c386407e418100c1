// No page breaks a rule of WCAG 2.0 to 2.2 at level A or AA, or a best practice, that axe can see.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { launch, open } from "./chromium.mjs";
import { everyPage, oneOfEach, published, SITES } from "./site.mjs";

const VIEWS = {
  "on a wide light screen": { every: true },
  "on a wide dark screen": { colorScheme: "dark" },
  "on a light phone": { viewport: { width: 360, height: 740 } },
  "on a dark phone": { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  for (const [view, { every, ...options }] of Object.entries(VIEWS)) {
    test(`${every ? "every page" : "each kind of page"} of the ${name} is accessible ${view}`, async (t) => {
      const site = await published(root);
      t.after(site.close);
      const pages = every ? everyPage(site) : oneOfEach(site);
      assert.deepEqual(await look(site, pages, options), []);
    });
  }
}

async function look(site, pages, options) {
  const { page, context } = await open(browser, site, options);
  const found = new Map();
  for (const { file, url } of pages) {
    await page.goto(url);
    for (const why of await violations(page)) found.set(why, [...(found.get(why) ?? []), file]);
  }
  await context.close();
  return [...found].map(([why, files]) => `${why} on ${files[0]} and ${files.length - 1} others`);
}
