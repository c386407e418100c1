// A mistake lies on top of the page that it is in, as text, for as long as it is there.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { BROKEN, desk, page as text, tab, until } from "./desk.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("a mistake is shown on top of the last good page until it is mended, and nothing of it runs", async (t) => {
  const site = await desk();
  t.after(site.close);
  const { page, context, says, mark, isMarked, trouble } = await tab(browser, site, "two/");
  const dialogs = [];
  page.on("dialog", (dialog) => dialogs.push(dialog.dismiss()));
  await mark();
  site.write("content/two.md", BROKEN);
  const card = page.locator(".panel");
  await card.waitFor();
  const said = await card.innerText();
  for (const part of ["One thing needs mending", "content/two.md:3", "title: [<img src=x onerror=alert(1)>", "Help: write it as [one, two, three]", "Below is the last version without errors."]) {
    assert.ok(said.includes(part), `"${part}" is not in: ${said}`);
  }
  assert.match(await page.innerText("main"), /The second words\./);
  assert.equal(await isMarked(), true, "the good page was loaded anew");
  assert.equal(await page.locator("img").count(), 0);
  assert.deepEqual(dialogs, []);

  const [source, editor] = await card.locator(".where a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.equal(source, "/_homeroom/source/content/two.md#L3");
  assert.equal(editor, `vscode://file${site.folder}/content/two.md:3:1`);

  site.write("content/two.md", text("Two", "Mended words."));
  await says("Mended words.");
  await until("the card is gone", async () => (await page.locator("homeroom-findings").count()) === 0);
  await context.close();
  assert.deepEqual(trouble, []);
});

test("what was broken and is as before again is not even loaded anew", async (t) => {
  const site = await desk();
  t.after(site.close);
  const { page, context, mark, isMarked } = await tab(browser, site, "two/");
  await mark();
  site.write("content/two.md", BROKEN);
  await page.locator(".panel").waitFor();
  site.write("content/two.md", text("Two", "The second words."));
  await page.locator(".panel").waitFor({ state: "detached" });
  assert.equal(await isMarked(), true);
  await context.close();
});

test("the source of a mistake is shown line by line, as text", async (t) => {
  const site = await desk({ files: { "content/two.md": BROKEN } });
  t.after(site.close);
  const { page, context, trouble } = await tab(browser, site, "/_homeroom/source/content/two.md#L3");
  assert.equal(await page.innerText("h1"), "content/two.md");
  assert.match(await page.innerText("#L2"), /title: \[<img src=x onerror=alert\(1\)>$/);
  assert.equal(await page.evaluate(() => document.querySelector(":target").id), "L3");
  assert.equal(await page.locator("img").count(), 0);
  // The finding is part of the page, so none lies on top of it.
  assert.match(await page.innerText(".findings"), /a list in square brackets is not closed/);
  assert.equal(await page.locator("homeroom-findings").count(), 0);
  site.write("content/two.md", text("Two", "Mended words."));
  await until("the mended text", async () => (await page.innerText("main")).includes("Mended words."));
  await context.close();
  assert.deepEqual(trouble, []);
});

test("other pages go on and only count the mistake", async (t) => {
  const site = await desk();
  t.after(site.close);
  const { page, context, says, trouble } = await tab(browser, site, "one/");
  site.write("content/two.md", BROKEN);
  await page.getByRole("link", { name: "1 error on another page" }).waitFor();
  site.write("content/one.md", text("One", "Words that go on."));
  await says("Words that go on.");
  await page.getByRole("link", { name: "1 error on another page" }).waitFor();
  assert.equal(await page.locator(".panel").count(), 0);
  site.write("content/two.md", text("Two", "Mended words."));
  await page.locator("homeroom-findings").waitFor({ state: "detached" });
  await context.close();
  assert.deepEqual(trouble, []);
});
