// A site that begins with mistakes is shown with them, and comes right without a restart.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { BROKEN, desk, page as text, tab, until } from "./desk.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("a page that was never good shows what is wrong with it, and then itself", async (t) => {
  const site = await desk({ files: { "content/two.md": BROKEN } });
  t.after(site.close);
  const { page, context, says, trouble } = await tab(browser, site, "two/");
  const card = page.locator(".panel");
  await card.waitFor();
  assert.match(await card.innerText(), /content\/two\.md:3[^]*Below is what could be made of this page\./);
  site.write("content/two.md", text("Two", "Mended words."));
  await says("Mended words.");
  await until("the card is gone", async () => (await page.locator("homeroom-findings").count()) === 0);
  await context.close();
  assert.deepEqual(trouble, []);
});

test("a page that cannot be made says why instead, and then is there by itself", async (t) => {
  const template = "themes/default/templates/page.html";
  const site = await desk({ files: { [template]: "{% if %}<img src=x onerror=alert(1)>" } });
  t.after(site.close);
  const { page, context, says, trouble } = await tab(browser, site, "one/");
  assert.equal(await page.innerText("h1"), "Something needs mending");
  assert.ok((await page.innerText(".findings")).includes(template));
  assert.equal(await page.locator("img, homeroom-findings").count(), 0);
  assert.ok(trouble.splice(0).every((what) => what.includes("500")));
  site.remove(template);
  await says("The first words.");
  await context.close();
  assert.deepEqual(trouble, []);
});
