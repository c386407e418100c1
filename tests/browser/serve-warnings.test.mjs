// Warnings are a small count in a corner that can be put away.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { desk, page as text, tab, until } from "./desk.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("warnings are counted, and stay away once hidden until there are others", async (t) => {
  const site = await desk({ files: { "content/one.md": text("One", "See [here](/two/).") } });
  t.after(site.close);
  const { page, context, says, told, trouble } = await tab(browser, site, "one/");
  await page.getByRole("link", { name: "1 warning" }).waitFor();
  assert.equal(await page.locator(".panel").count(), 0);
  await page.getByRole("button", { name: "Hide" }).click();
  await page.locator("homeroom-findings").waitFor({ state: "detached" });

  site.write("content/one.md", text("One", "See [here](/two/), also later."));
  await says("also later");
  await until("what the page is told", told);
  assert.equal(await page.locator("homeroom-findings").count(), 0);

  site.write("content/one.md", text("One", "See [here](/two/) and [here](/)."));
  await page.getByRole("link", { name: "2 warnings" }).waitFor();
  await page.getByRole("link", { name: "2 warnings" }).click();
  await page.waitForURL("**/_homeroom/");
  assert.match(await page.innerText("main"), /content\/one\.md:6/);
  await context.close();
  assert.deepEqual(trouble, []);
});
