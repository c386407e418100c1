// Where nothing is, at any depth, a reader finds a page with the site's looks and a way home.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { HUB, published } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const base of ["/", "/repo/"]) {
  test(`a missing page below ${base} has its styles and leads home`, async (t) => {
    const site = await published(HUB, base);
    t.after(site.close);
    const { page, context, trouble } = await open(browser, site);
    for (const path of ["nothing", "no/thing/at/all/", "GUIDES/", "guides/two-by-ten/index.htm"]) {
      const response = await page.goto(new URL(path, site.url).href);
      assert.equal(response.status(), 404, path);
      assert.equal(await page.innerText("h1"), "Page not found", path);
      const answers = trouble.splice(0);
      assert.ok(answers.every((what) => what.includes("404") && !what.includes("theme/")), answers.join("\n"));
      assert.ok(await page.evaluate(() => document.styleSheets.length > 1), `${path} has no styles`);
      await page.click("main a");
      await page.waitForURL(site.url);
    }
    await context.close();
  });
}
