// Pages come, go and move while the server runs, also those that are open.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { desk, page as text, tab } from "./desk.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("an open page whose file is renamed says so, and is back when its name is", async (t) => {
  const site = await desk();
  t.after(site.close);
  const { page, context, says, goto } = await tab(browser, site, "two/");
  site.rename("content/two.md", "content/three.md");
  await says("Page not found");
  await goto("three/");
  await says("The second words.");
  await goto("two/");
  await says("Page not found");
  site.rename("content/three.md", "content/two.md");
  await says("The second words.");
  assert.equal(page.url(), `${site.url}two/`);
  await context.close();
});

test("an open page whose old address is kept follows to the new one", async (t) => {
  const site = await desk();
  t.after(site.close);
  const { page, context, says } = await tab(browser, site, "two/");
  site.write("content/three.md", text("Two", "Words that moved.", 'aliases: ["/two/"]\n'));
  site.remove("content/two.md");
  await page.waitForURL("**/three/");
  await says("Words that moved.");
  await context.close();
});

test("a page that is deleted says so, and a new one is there without a restart", async (t) => {
  const site = await desk();
  t.after(site.close);
  const { context, says } = await tab(browser, site, "two/");
  site.remove("content/two.md");
  await says("Page not found");
  // Without the stroke at its end, as people type it.
  const other = await tab(browser, site, "new");
  await other.says("Page not found");
  site.write("content/new.md", text("New", "New words."));
  await other.says("New words.");
  assert.equal(other.page.url(), `${site.url}new/`);
  await context.close();
  await other.context.close();
});
