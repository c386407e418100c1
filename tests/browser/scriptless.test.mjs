// A reader whose browser runs no scripts reads the same.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { oneOfEach, published, SITES } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  test(`each kind of page of the ${name} says the same without scripts`, async (t) => {
    const site = await published(root);
    t.after(site.close);
    const [without, usual] = [await read(site, { javaScriptEnabled: false }), await read(site, {})];
    assert.deepEqual(without, usual);
    for (const { file, heading, text } of without) assert.ok(heading && text.length > 100, `${file} says little`);
  });
}

async function read(site, options) {
  const { page, context } = await open(browser, site, options);
  const said = [];
  for (const { file, url } of oneOfEach(site)) {
    await page.goto(url);
    said.push({ file, heading: await page.innerText("h1"), text: await page.innerText("main") });
  }
  await context.close();
  return said;
}
