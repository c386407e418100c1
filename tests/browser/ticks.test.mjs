// Boxes of checklists: they can be ticked, they stay ticked on this device, and one click forgets them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { HUB, offline, published } from "./site.mjs";

const CHAPTER = "playbook/shift-discipline/";
/** What has checklists, and how many at least: a chapter, all of them, a component in a guide. */
const PLACES = { [CHAPTER]: 1, "playbook/all/on-one-page/": 8, "guides/four-month-term/": 1 };

let browser, site;
before(async () => {
  browser = await launch();
  site = await published(HUB, "/repo/");
});
after(async () => {
  await browser.close();
  await site.close();
});

const at = (path) => new URL(path, site.url).href;
const stored = (page) => page.evaluate(() => ({ ...localStorage }));
const boxes = (page) => page.locator(".checklist input");
const clear = (page) => page.locator(".checklist + button");
const ticked = (page) => page.evaluate(() => [...document.querySelectorAll(".checklist input")].flatMap((box, at) => (box.checked ? [at] : [])));

for (const [path, lists] of Object.entries(PLACES)) {
  test(`ticks on ${path} stay until they are cleared in one click, and leave nothing behind`, async () => {
    const { page, context, trouble } = await open(browser, site);
    await page.goto(at(path));
    const items = await page.locator(".checklist > li").count();
    assert.ok((await page.locator(".checklist").count()) >= lists && items > 4 * lists);
    assert.equal(await boxes(page).count(), items, "each item has a box");
    assert.deepEqual(await stored(page), {}, "before the first tick nothing is kept");
    assert.equal(await clear(page).first().isVisible(), false, "there is nothing to clear");

    // The words are as good as the box.
    await page.locator(".checklist .item").nth(1).click();
    await boxes(page).nth(3).click();
    assert.deepEqual(await ticked(page), [1, 3]);
    assert.deepEqual(Object.keys(await stored(page)), [`homeroom:/repo/${path}:ticks`]);
    await page.reload();
    assert.deepEqual(await ticked(page), [1, 3]);

    await clear(page).first().click();
    assert.deepEqual(await ticked(page), []);
    assert.deepEqual(await stored(page), {});
    assert.equal(await clear(page).first().isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement === document.querySelector(".checklist input")), true, "the focus is not lost");
    await page.reload();
    assert.deepEqual(await ticked(page), []);
    await context.close();
    assert.deepEqual(trouble, []);
  });
}

test("unticking the last box forgets the list, too", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(at(CHAPTER));
  await boxes(page).nth(0).click();
  await boxes(page).nth(0).click();
  assert.deepEqual(await stored(page), {});
  await context.close();
});

test("each list on the page of all chapters is cleared alone", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(at("playbook/all/on-one-page/"));
  const list = (at) => page.locator(".checklist").nth(at).locator("input").first();
  await list(0).click();
  await list(1).click();
  assert.equal(await clear(page).locator("visible=true").count(), 2);
  await clear(page).nth(0).click();
  assert.equal(await list(0).isChecked(), false);
  assert.equal(await list(1).isChecked(), true);
  await context.close();
});

test("boxes work by keyboard, and have the words as their name", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(at(CHAPTER));
  const words = await page.locator(".checklist .item").nth(0).innerText();
  const box = page.getByRole("checkbox", { name: words, exact: true });
  await box.focus();
  await page.keyboard.press("Space");
  assert.equal(await box.isChecked(), true);
  for (let stops = await boxes(page).count(); stops > 0; stops -= 1) await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "Clear my ticks");
  await page.keyboard.press("Enter");
  assert.deepEqual(await ticked(page), []);
  await context.close();
});

test("what was ticked in another tab meanwhile is not forgotten", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(at(CHAPTER));
  const other = await context.newPage();
  await other.goto(at(CHAPTER));
  await boxes(other).nth(0).click();
  await boxes(page).nth(2).click();
  await page.reload();
  assert.deepEqual(await ticked(page), [0, 2]);
  await context.close();
});

test("a tick on an item that is no longer there is forgotten with the others", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(at(CHAPTER));
  await boxes(page).nth(0).click();
  await page.evaluate(() => {
    const [[key, list]] = Object.entries(localStorage);
    localStorage[key] = JSON.stringify([...JSON.parse(list), "an item of last year"]);
  });
  await page.reload();
  assert.deepEqual(await ticked(page), [0]);
  await clear(page).click();
  assert.deepEqual(await stored(page), {});
  await context.close();
});

test("boxes can be ticked where nothing may be kept, and where what is kept is no list", async () => {
  const { page, context, trouble } = await open(browser, site);
  await page.goto(at(CHAPTER));
  for (const broken of ["{", "7", '{"length":3}']) {
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [`homeroom:/repo/${CHAPTER}:ticks`, broken]);
    await page.reload();
    await boxes(page).nth(1).click();
    assert.deepEqual(await ticked(page), [1], broken);
    await clear(page).click();
  }
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("storage is refused", "SecurityError");
      },
    });
  });
  await page.reload();
  await boxes(page).nth(1).click();
  assert.deepEqual(await ticked(page), [1]);
  await clear(page).click();
  assert.deepEqual(await ticked(page), []);
  await context.close();
  assert.deepEqual(trouble, []);
});

test("ticks work in a folder", async (t) => {
  const folder = offline(HUB);
  t.after(folder.close);
  const { page, context, trouble } = await open(browser, folder);
  const url = new URL(`${CHAPTER}index.html`, folder.url).href;
  await page.goto(url);
  await boxes(page).nth(2).click();
  await page.reload();
  assert.deepEqual(await ticked(page), [2]);
  await clear(page).click();
  assert.deepEqual(await stored(page), {});
  await context.close();
  assert.deepEqual(trouble, []);
});

for (const [script, options] of [["with", {}], ["without", { javaScriptEnabled: false }]]) {
  test(`paper has an empty box before each item ${script} scripts, and no button`, async () => {
    const { page, context } = await open(browser, site, options);
    await page.goto(at(CHAPTER));
    if (script === "with") await boxes(page).nth(0).click();
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() => ({
      items: [...document.querySelectorAll(".checklist > li")].map((item) => {
        // Either the box that can be ticked, or one that is drawn.
        const box = item.querySelector("input");
        if (box?.checkVisibility()) return box.getBoundingClientRect().width >= 8;
        const { content, borderTopWidth, width, display } = getComputedStyle(item, "::before");
        return display !== "none" && content !== "none" && parseFloat(borderTopWidth) >= 0.5 && parseFloat(width) >= 8;
      }),
      buttons: [...document.querySelectorAll("button")].filter((button) => button.checkVisibility()).map((button) => button.innerText),
    }));
    assert.ok(seen.items.length > 4 && seen.items.every(Boolean), JSON.stringify(seen.items));
    assert.deepEqual(seen.buttons, []);
    await context.close();
  });
}
