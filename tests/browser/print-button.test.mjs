// The button that prints prints, and stands on every page that has something to print.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, tour } from "./chromium.mjs";
import { HUB, offline, oneOfEach, published } from "./site.mjs";

/** Pages that only lead on, or have nothing for paper. */
const WITHOUT = ["home", "not-found", "vocabulary"];

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [edition, make] of Object.entries({ "on the web": () => published(HUB), "in a folder": () => offline(HUB) })) {
  test(`the button prints each kind of page once, by mouse and by keyboard, ${edition}`, async (t) => {
    const site = await make();
    t.after(site.close);
    const seen = new Set();
    const found = await tour(browser, site, oneOfEach(site), {}, async (page, { kind }) => {
      await page.evaluate(() => {
        globalThis.printed = 0;
        globalThis.print = () => (globalThis.printed += 1);
      });
      const buttons = page.locator("[data-print]:visible");
      const count = await buttons.count();
      if (count === 0) return WITHOUT.includes(kind) ? [] : ["it has no button"];
      seen.add(kind);
      await buttons.first().click();
      await buttons.last().focus();
      await page.keyboard.press("Enter");
      // A page waits for its pictures before it is printed.
      await page.waitForFunction(() => globalThis.printed >= 2, null, { timeout: 10_000 }).catch(() => {});
      const printed = await page.evaluate(() => globalThis.printed);
      return printed === 2 ? [] : [`it was printed ${printed} times instead of twice`];
    });
    assert.deepEqual(found, []);
    for (const kind of ["guide", "prompt", "policy", "playbook", "whole", "message", "deck"]) assert.ok(seen.has(kind), `no ${kind} has a button`);
  });
}

test("no button is printed", async (t) => {
  const site = await published(HUB);
  t.after(site.close);
  const { page, context } = await open(browser, site);
  await page.goto(new URL("prompts/weather-today/", site.url).href);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("button:visible").count(), 0);
  await context.close();
});
