// An old address leads to the page's new one, at the same part of it, from a server and a folder.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { editions, SINK } from "./site.mjs";

/** Old addresses of the kitchen sink, and what they lead to. */
const MOVED = {
  "old.html": "markdown/index.html",
  "old/address/index.html": "markdown/index.html",
  "an/old/place/index.html": "markdown/index.html",
  "guides/full/index.html": "guides/full-guide/index.html",
  "guides/an old one/index.html": "guides/full-guide/index.html",
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [edition, make] of Object.entries(editions(SINK))) {
  test(`every old address leads to the new one and keeps its #part ${edition}`, async (t) => {
    const site = await make();
    t.after(site.close);
    assert.deepEqual(site.stubs.map(({ file }) => file).sort(), Object.keys(MOVED).sort());
    const { page, context, trouble } = await open(browser, site);
    for (const { file, url } of site.stubs) {
      await page.goto(`${url}#steps`);
      await page.waitForURL(`${target(site, file)}#steps`);
    }
    await context.close();
    assert.deepEqual(trouble, []);
  });

  test(`every old address leads to the new one without scripts ${edition}`, async (t) => {
    const site = await make();
    t.after(site.close);
    const { page, context } = await open(browser, site, { javaScriptEnabled: false });
    for (const { file, url } of site.stubs) {
      await page.goto(url);
      await page.waitForURL(target(site, file));
    }
    await context.close();
  });
}

const target = (site, stub) => site.pages.find(({ file }) => file === MOVED[stub]).url;
