// The table of contents follows the reader: it marks the part that is in view, and only that.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { until } from "./desk.mjs";
import { HUB, oneOfEach, published } from "./site.mjs";

let browser, site;
before(async () => {
  browser = await launch();
  site = await published(HUB);
});
after(async () => {
  await browser.close();
  await site.close();
});

const KINDS = ["guide", "policy", "playbook", "brief"];

test("the contents mark the part in view on each kind of page that has some", async () => {
  const { page, context, trouble } = await open(browser, site, { viewport: { width: 1280, height: 600 }, reducedMotion: "reduce" });
  let pages = 0;
  for (const { file, url } of oneOfEach(site).filter(({ kind }) => KINDS.includes(kind))) {
    await page.goto(url);
    const links = await page.evaluate(() => [...document.querySelectorAll(".contents a")].map((link) => link.hash));
    if (links.length === 0) continue;
    pages += 1;
    assert.deepEqual(await marked(page), [], `${file}: at the top nothing is marked yet`);
    for (const hash of [links[0], links[Math.floor(links.length / 2)], links[1]]) {
      await page.evaluate((hash) => document.getElementById(decodeURIComponent(hash.slice(1))).scrollIntoView({ block: "start" }), hash);
      await until(`${file}: ${hash} is marked`, async () => (await marked(page)).join() === `${hash} location`);
    }
    await page.evaluate(() => scrollTo(0, 0));
    await until(`${file}: nothing is marked`, async () => (await marked(page)).length === 0);
  }
  assert.ok(pages > 2, `only ${pages} pages have contents`);
  await context.close();
  assert.deepEqual(trouble, []);
});

test("who comes by a link to a part finds it marked", async () => {
  const { page, context } = await open(browser, site, { viewport: { width: 1280, height: 600 } });
  const { url } = oneOfEach(site).find(({ kind }) => kind === "guide");
  await page.goto(url);
  const links = await page.evaluate(() => [...document.querySelectorAll(".contents a")].map((link) => link.hash));
  const open_ = await page.evaluate(() => document.querySelector(".contents").open);
  await page.goto(`${url}${links[1]}`);
  await until("the part is marked", async () => (await marked(page)).join() === `${links[1]} location`);
  assert.equal(await page.evaluate(() => document.querySelector(".contents").open), open_, "the fold stays as it was");
  await context.close();
});

/** The links that are marked, each with its mark. */
function marked(page) {
  return page.evaluate(() => [...document.querySelectorAll(".contents [aria-current]")].map((link) => `${link.hash} ${link.getAttribute("aria-current")}`));
}
