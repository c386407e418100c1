// What the server itself shows is as accessible as the pages: its own pages, the card, the slip.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { launch } from "./chromium.mjs";
import { BROKEN, desk, page as text, tab } from "./desk.mjs";

const WIDE = "x".repeat(300);
const FILES = {
  "content/one.md": text("One", `See [here](/two/). ${WIDE}`),
  "content/two.md": BROKEN,
  "content/draft.md": text("Draft of mine", "Not yet.", "draft: true\n"),
  "content/later.md": text("Later", "Not yet either.", "date: 2030-01-01\n"),
};
const VIEWS = [
  { viewport: { width: 1440, height: 900 } },
  { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  { viewport: { width: 360, height: 740 } },
  { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
];
/** Addresses, and what is to be looked at there. */
const PLACES = {
  "/_homeroom/": ".list strong",
  "/_homeroom/source/content/one.md": ".findings",
  "/_homeroom/source/nothing.md": "h1",
  "one/": ".count",
  "two/": ".panel",
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("what the server shows is accessible, fits its window and is large enough to touch", async (t) => {
  const site = await desk({ files: FILES, options: ["-D"] });
  t.after(site.close);
  const found = [];
  for (const view of VIEWS) {
    const { page, context, goto } = await tab(browser, site, "", view);
    for (const [path, part] of Object.entries(PLACES)) {
      await goto(path);
      await page.locator(part).first().waitFor();
      const wrong = [...(await violations(page)), ...(await page.evaluate(unfit))];
      found.push(...wrong.map((what) => `${path} at ${view.viewport.width} px${view.colorScheme ? ", dark" : ""}: ${what}`));
    }
    await context.close();
  }
  assert.deepEqual(found, []);
});

/** What sticks out of the window sideways, and what of the server's own is too small to touch. */
function unfit() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const wrong = scrollWidth > clientWidth ? [`it is ${scrollWidth - clientWidth} px too wide`] : [];
  const own = document.querySelector(".own") ?? document.querySelector("homeroom-findings").shadowRoot;
  for (const part of own.querySelectorAll(".panel, .count, .findings, .list")) {
    const { left, right } = part.getBoundingClientRect();
    if (left < 0 || right > clientWidth) wrong.push(`.${part.className} sticks out`);
  }
  for (const target of own.querySelectorAll("a, button")) {
    const { width, height } = target.getBoundingClientRect();
    // A link within a sentence may be as low as its line (WCAG 2.5.8).
    if (!target.closest(".foot") && (height < 44 || width < 24)) wrong.push(`"${target.innerText}" is ${width} × ${height} px`);
  }
  return wrong;
}
