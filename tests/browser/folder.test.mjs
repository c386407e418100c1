// The edition for a folder looks like the one on the web, and its links can be followed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { offline, oneOfEach, published, SITES } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  test(`the ${name} looks the same from a folder as from a server`, async (t) => {
    const [folder, web] = [offline(root), await published(root)];
    t.after(folder.close);
    t.after(web.close);
    const kinds = oneOfEach(web).filter(({ kind }) => kind !== "not-found").map(({ file }) => file);
    assert.deepEqual(await looks(folder, kinds), await looks(web, kinds));
  });

  test(`a reader gets from the home page of the ${name} to a page and back in a folder`, async (t) => {
    const site = offline(root);
    t.after(site.close);
    const { page, context, trouble } = await open(browser, site);
    await page.goto(new URL("index.html", site.url).href);
    const home = await page.innerText("h1");
    await page.click("header nav.tabs a >> nth=0");
    await page.waitForURL(/guides\/index\.html$/);
    await page.click("main .cards a >> nth=0");
    await page.waitForURL(/guides\/[^/]+\/index\.html/);
    assert.notEqual(await page.innerText("h1"), home);
    await page.click("header a.name");
    await page.waitForURL(/\/index\.html$/);
    assert.equal(await page.innerText("h1"), home);
    await context.close();
    assert.deepEqual(trouble, []);
  });
}

async function looks(site, files) {
  const { page, context } = await open(browser, site);
  const seen = {};
  for (const one of site.pages.filter(({ file }) => files.includes(file))) {
    await page.goto(one.url);
    seen[one.file] = await page.evaluate(look);
  }
  await context.close();
  return seen;
}

/** How the parts of the page look: colours, faces, sizes; and whether its pictures are there. */
function look() {
  const parts = ["body", "h1", "main", "header", "header a", "nav", "h2", "table", "pre span"];
  const shown = parts.map((part) => {
    const element = document.querySelector(part);
    if (!element) return `${part}: none`;
    const { color, backgroundColor, fontFamily, fontSize, display } = getComputedStyle(element);
    return [part, color, backgroundColor, fontFamily, fontSize, display, Math.round(element.getBoundingClientRect().width)].join(" ");
  });
  return [...shown, ...[...document.images].map((image) => `${image.alt}: ${image.loading === "lazy" || image.naturalWidth > 0}`)];
}
