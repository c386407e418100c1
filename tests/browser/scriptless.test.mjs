// A reader whose browser runs no scripts reads and prints the same, and meets nothing that does nothing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, tour } from "./chromium.mjs";
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

for (const [name, root] of Object.entries(SITES)) {
  test(`without scripts each kind of page of the ${name} shows no control that needs one, on the screen or on paper`, async (t) => {
    const site = await published(root);
    t.after(site.close);
    let hidden = 0;
    const found = await tour(browser, site, oneOfEach(site), { javaScriptEnabled: false }, async (page) => {
      const wrong = [];
      for (const media of ["screen", "print"]) {
        await page.emulateMedia({ media });
        const { shown, all } = await page.evaluate(controls);
        wrong.push(...shown.map((what) => `${what} is shown dead (${media})`));
        hidden += all;
      }
      return wrong;
    });
    assert.deepEqual(found, []);
    assert.ok(hidden > 40, `only ${hidden} controls were looked at`);
    // What a browser was asked of some pages, the markup says of all.
    for (const { file } of site.pages) {
      const markup = await readFile(join(site.folder, file), "utf8");
      for (const [button] of markup.matchAll(/<button\b[^>]*>/g)) assert.match(button, / hidden[ >]/, `${file}: ${button}`);
    }
  });
}

/** The controls that do nothing by themselves: how many there are, and those that are shown. */
function controls() {
  const all = [...document.querySelectorAll("button, input:not([disabled]), select, textarea, [role=button], [onclick]")];
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().height > 0;
  return { all: all.length, shown: all.filter(isShown).map((one) => `${one.localName} "${one.textContent.trim()}"`) };
}

async function read(site, options) {
  const { page, context } = await open(browser, site, options);
  const said = [];
  for (const { file, url } of oneOfEach(site)) {
    await page.goto(url);
    said.push({ file, heading: await page.innerText("h1"), text: await page.evaluate(words) });
  }
  await context.close();
  return said;
}

/** What the page says to a reader, without the names of controls. */
function words() {
  for (const control of document.querySelectorAll("button, select, .choose, [data-library]")) control.remove();
  return document.querySelector("main").innerText.replace(/\n\s*\n/g, "\n");
}
