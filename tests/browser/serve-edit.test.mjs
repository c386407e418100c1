// A page that is open in a browser follows its text, and only its own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { desk, page as text, tab, until } from "./desk.mjs";

const LONG = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} of many.`).join("\n\n");

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("a page changes by itself when its text is saved, and keeps its place and what was folded", async (t) => {
  const site = await desk({ files: { "content/one.md": text("One", `${LONG}\n\nThe first words.`) } });
  t.after(site.close);
  const { page, context, says, mark, isMarked, trouble } = await tab(browser, site, "one/", { viewport: { width: 360, height: 640 } });
  // The browser's own way of keeping the place is no merit of ours.
  await page.evaluate(() => (history.scrollRestoration = "manual"));
  await page.click("summary");
  const folds = () => page.locator("details").evaluateAll((all) => all.map(({ open }) => open));
  const before = await folds();
  await page.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
  await mark();
  site.write("content/one.md", text("One", `${LONG}\n\nThe second words.`));
  await says("The second words.");
  assert.equal(await isMarked(), false, "it was loaded anew");
  await until("the old place", async () => (await page.evaluate(() => scrollY)) === 1500);
  assert.deepEqual(await folds(), before);
  await context.close();
  assert.deepEqual(trouble, []);
});

test("a page whose own bytes stay the same is left alone", async (t) => {
  const site = await desk();
  t.after(site.close);
  const one = await tab(browser, site, "one/");
  const two = await tab(browser, site, "two/");
  await two.mark();
  let loads = 0;
  two.page.on("framenavigated", () => (loads += 1));
  for (const words of ["Other words.", "Yet other words."]) {
    site.write("content/one.md", text("One", words));
    await one.says(words);
  }
  assert.equal(await two.isMarked(), true);
  // Were the other page told to load anew, it would do so before what comes after.
  site.write("content/two.md", text("Two", "Words of its own."));
  await two.says("Words of its own.");
  assert.equal(loads, 1);
  await one.context.close();
  await two.context.close();
});
