// A template that is broken leaves the pages as they were, and is shown as what is wrong now.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { desk, tab, until } from "./desk.mjs";

const TEMPLATE = "themes/default/templates/page.html";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("a broken template is told of once, as it is now, on its pages and in the overview", async (t) => {
  const site = await desk();
  t.after(site.close);
  const { page, context, mark, isMarked, trouble } = await tab(browser, site, "one/");
  const card = page.locator(".panel");
  const says = (text) => until(text, async () => (await card.innerText()).includes(text));
  const overview = async () => (await fetch(new URL("/_homeroom/", site.url))).text();
  await mark();
  // One that can be read, and no page made from it.
  site.write(TEMPLATE, "{{ nothing.of.this | upper }}");
  await says("variable `nothing` is not defined");
  await says("One thing needs mending");
  await until("it is in the overview", async () => (await overview()).includes(TEMPLATE));
  site.write("content/two.md", "---\ntitle: Two\n---\n\nOther words.\n");
  await until("the other edit", async () => (await fetch(`${site.url}_homeroom/source/content/two.md`)).text().then((text) => text.includes("Other words.")));
  assert.ok((await overview()).includes(TEMPLATE), "forgotten with the next edit");
  // One that cannot be read: what was wrong with the one before is no news.
  site.write(TEMPLATE, "{% if %}");
  await says("found `%}`");
  assert.match(await card.innerText(), /^One thing needs mending/);
  assert.match(await page.innerText("main"), /The first words\./);
  site.remove(TEMPLATE);
  await card.waitFor({ state: "detached" });
  assert.equal(await isMarked(), true);
  await context.close();
  assert.deepEqual(trouble, []);
});
