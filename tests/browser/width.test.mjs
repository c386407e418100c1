// Nothing makes a reader scroll sideways: on a narrow phone, with text at twice its size, or both.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { everyPage, published, SITES } from "./site.mjs";

const VIEWS = [
  { width: 320, text: "100%" },
  { width: 320, text: "200%" },
  { width: 1280, text: "200%" },
];

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  test(`no page of the ${name} is wider than its window`, async (t) => {
    const site = await published(root);
    t.after(site.close);
    const { page, context } = await open(browser, site);
    const found = [];
    for (const { file, url } of everyPage(site)) {
      await page.goto(url);
      for (const { width, text } of VIEWS) {
        await page.setViewportSize({ width, height: 700 });
        const over = await page.evaluate(overflow, text);
        if (over) found.push(`${file} at ${width} px with text at ${text}: ${over}`);
      }
    }
    await context.close();
    assert.deepEqual(found, []);
  });
}

/** By how much the page is too wide and where, or an empty string. */
function overflow(text) {
  const page = document.documentElement;
  page.style.fontSize = text;
  const over = page.scrollWidth - page.clientWidth;
  const sticksOut = (element) => element.getBoundingClientRect().right > page.clientWidth + 1;
  const first = [...document.body.querySelectorAll("*")].find((element) => sticksOut(element) && ![...element.children].some(sticksOut));
  const name = first && `${first.localName}.${first.className}`;
  const said = over > 0 ? `${over} px, such as ${name} "${first?.textContent.trim().slice(0, 30)}"` : "";
  page.style.fontSize = "";
  return said;
}
