// A change of style alone is put on without loading the page anew.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { desk, tab, until } from "./desk.mjs";

const STYLE = "themes/default/static/style.css";
const ink = (color) => `body { color: ${color}; }\n`;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("new styles are put on while the page stays", async (t) => {
  const { context, color, sheets, wear, isMarked, trouble } = await dressed(t);
  const before = await sheets();
  for (const next of ["rgb(4, 5, 6)", "rgb(7, 8, 9)"]) {
    wear(next);
    await until(next, async () => (await color()) === next);
  }
  await until("the old sheets are gone", async () => (await sheets()) === before);
  assert.equal(await isMarked(), true);
  await context.close();
  assert.deepEqual(trouble, []);
});

test("styles that are saved again while the last ones are on their way are put on once", async (t) => {
  const { page, context, color, sheets, wear, isMarked, trouble } = await dressed(t);
  const before = await sheets();
  const asked = [];
  await page.route("**/theme/style.css*", (route) => asked.push(route));
  for (const next of ["rgb(4, 5, 6)", "rgb(7, 8, 9)"]) {
    wear(next);
    const many = asked.length + 1;
    await until("the sheet is asked for", () => asked.length === many);
  }
  await asked[1].continue();
  await until("the last styles", async () => (await color()) === "rgb(7, 8, 9)");
  await until("the old sheets are gone", async () => (await sheets()) === before);
  // The sheet in between comes too late, if at all.
  await asked[0].continue().catch(() => {});
  assert.equal(await color(), "rgb(7, 8, 9)");
  assert.equal(await isMarked(), true);
  await context.close();
  assert.deepEqual(trouble, []);
});

/** A marked page with a style of its site's own. */
async function dressed(t) {
  const site = await desk({ files: { [STYLE]: ink("rgb(1, 2, 3)") } });
  t.after(site.close);
  const opened = await tab(browser, site, "one/");
  const { page, mark } = opened;
  const color = () => page.evaluate(() => getComputedStyle(document.body).color);
  assert.equal(await color(), "rgb(1, 2, 3)");
  await mark();
  return {
    ...opened,
    color,
    sheets: () => page.locator('link[rel="stylesheet"]').count(),
    wear: (color) => site.write(STYLE, ink(color)),
  };
}
