// Below a path, as the site will be published, everything works alike.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { BROKEN, desk, page as text, tab, until } from "./desk.mjs";

const STYLE = "themes/default/static/style.css";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("a page below a path follows its text, its mistakes, its styles and its own end", async (t) => {
  const site = await desk({ files: { [STYLE]: "body { color: rgb(1, 2, 3); }\n" }, options: ["--base-path", "/repo/"] });
  t.after(site.close);
  assert.equal(new URL(site.url).pathname, "/repo/");
  const { page, context, goto, says, mark, isMarked, trouble } = await tab(browser, site, "two/");
  assert.equal(new URL(page.url()).pathname, "/repo/two/");
  site.write("content/two.md", text("Two", "Other words."));
  await says("Other words.");

  await mark();
  site.write(STYLE, "body { color: rgb(4, 5, 6); }\n");
  await until("the new styles", () => page.evaluate(() => getComputedStyle(document.body).color === "rgb(4, 5, 6)"));
  assert.equal(await isMarked(), true);

  site.write("content/two.md", BROKEN);
  await page.locator(".panel").waitFor();
  await page.locator(".panel").getByRole("link", { name: "content/two.md:3" }).click();
  await page.waitForURL("**/_homeroom/source/content/two.md#L3");
  await goto("/_homeroom/");
  await page.getByRole("link", { name: "One", exact: true }).click();
  await page.waitForURL("**/repo/one/");
  await page.getByRole("link", { name: "1 error on another page" }).waitFor();
  await goto("two/");
  site.write("content/two.md", text("Two", "Mended words."));
  await says("Mended words.");
  await page.goto(site.origin);
  assert.equal(page.url(), site.url);
  assert.deepEqual(trouble, []);

  await goto("two/");
  site.remove("content/two.md");
  await says("Page not found");
  await context.close();
});
