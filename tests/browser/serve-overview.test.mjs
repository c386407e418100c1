// The server's own page leads to all pages, and says what is held back and what is wrong.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { BROKEN, desk, page as text, tab, until } from "./desk.mjs";

const FILES = {
  "content/one.md": text("<b>One</b>", "The first words."),
  "content/two.md": BROKEN,
  "content/draft.md": text("Draft of mine", "Not yet.", "draft: true\n"),
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("the overview lists pages, what is held back, and findings, and follows them", async (t) => {
  const site = await desk({ files: FILES });
  t.after(site.close);
  const { page, context, trouble } = await tab(browser, site, "/_homeroom/");
  const says = (text) => until(text, async () => (await page.innerText("main")).includes(text));
  await says("content/two.md:3");
  await says("content/draft.md: it is a draft");
  await says("<b>One</b>");
  assert.equal(await page.locator("h2 b, .list b, img").count(), 0);
  site.write("content/three.md", text("Three", "The third words."));
  await says("Three");
  site.write("content/two.md", text("Two", "Mended words."));
  await says("Nothing to mend.");
  assert.ok(!(await page.innerText("main")).includes("content/two.md:3"));
  await page.getByRole("link", { name: "Three", exact: true }).click();
  await page.waitForURL(`${site.url}three/`);
  await page.goto(new URL("/_homeroom/", site.url).href);
  await page.getByRole("link", { name: "content/draft.md: it is a draft" }).click();
  await page.waitForURL("**/_homeroom/source/content/draft.md");
  assert.match(await page.innerText("pre"), /Not yet\./);
  await context.close();
  assert.deepEqual(trouble, []);
});

test("drafts that are asked for are there and marked, on their pages and in the overview", async (t) => {
  const site = await desk({ files: FILES, options: ["-D"] });
  t.after(site.close);
  const { page, context, goto, trouble } = await tab(browser, site, "draft/");
  assert.ok(await page.locator(".draft", { hasText: "Draft" }).isVisible());
  await goto("/_homeroom/");
  const row = page.locator(".list li", { hasText: "Draft of mine" });
  assert.equal(await row.locator("strong").innerText(), "Draft");
  assert.ok(!(await page.innerText("main")).includes("it is a draft"));
  await context.close();
  assert.deepEqual(trouble, []);
});

test("a draft that is not asked for has no page", async (t) => {
  const site = await desk({ files: FILES });
  t.after(site.close);
  const { page, context } = await tab(browser, site, "draft/");
  assert.equal(await page.innerText("h1"), "Page not found");
  await context.close();
});
