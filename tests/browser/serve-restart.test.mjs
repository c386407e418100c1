// A page that is open while the server ends goes on when there is one again.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { desk, page as text, tab, until } from "./desk.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("an open page stays when the server ends, and shows the newest text when it is back", async (t) => {
  const site = await desk();
  t.after(site.close);
  const { page, context, says, mark, isMarked } = await tab(browser, site, "one/");
  let tries = 0;
  page.on("requestfailed", () => (tries += 1));
  await mark();
  await site.restart(async () => {
    site.write("content/one.md", text("One", "Words from in between."));
    await until("it has tried again and again", () => tries > 2);
    assert.equal(await isMarked(), true);
    await says("The first words.");
  });
  await says("Words from in between.");
  // And it is told again of what comes.
  site.write("content/one.md", text("One", "Words of later."));
  await says("Words of later.");
  await context.close();
});

test("an open page whose text is as it was stays as it is over a restart", async (t) => {
  const site = await desk();
  t.after(site.close);
  const { context, mark, isMarked, told } = await tab(browser, site, "one/");
  await mark();
  const before = await told();
  await site.restart();
  await until("it is told again", async () => (await told()) > before);
  assert.equal(await isMarked(), true);
  await context.close();
});
