// No page breaks a rule of WCAG 2.0 to 2.2 at level A or AA, or a best practice, that axe can see.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { oneOfEach, published, SITES } from "./site.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OPTIONS = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

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
      const pages = every ? site.pages : oneOfEach(site);
      assert.deepEqual(await look(site, pages, options), []);
    });
  }
}

async function look(site, pages, options) {
  const { page, context } = await open(browser, site, options);
  const found = new Map();
  for (const { file, url } of pages) {
    await page.goto(url);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate((options) => globalThis.axe.run(options), OPTIONS);
    for (const { id, nodes } of violations) {
      for (const { target, any, all, none } of nodes) {
        const why = `${id}: ${target} (${[...any, ...all, ...none][0]?.message})`;
        found.set(why, [...(found.get(why) ?? []), file]);
      }
    }
  }
  await context.close();
  return [...found].map(([why, files]) => `${why} on ${files[0]} and ${files.length - 1} others`);
}
