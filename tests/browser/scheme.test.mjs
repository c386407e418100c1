// The switch for light and dark: it keeps what a reader chose and nothing else, and it works everywhere.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, launchWithTabs, open } from "./chromium.mjs";
import { until } from "./desk.mjs";
import { HUB, offline, published } from "./site.mjs";

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
const toggle = (page) => page.locator("[data-switch]").click();
const stored = (page) => page.evaluate(() => ({ ...localStorage }));
/** What the page is shown in, what the reader asked for, and what the switch offers. */
const state = (page) =>
  page.evaluate(() => ({
    shown: getComputedStyle(document.documentElement).colorScheme,
    asked: document.documentElement.dataset.scheme,
    offered: document.querySelector("[data-switch]")?.innerText,
  }));

const LIGHT = { shown: "light", asked: undefined, offered: "Dark colors" };
const DARK = { shown: "dark", asked: undefined, offered: "Light colors" };
const CHOSEN_DARK = { ...DARK, asked: "dark" };
const CHOSEN_LIGHT = { ...LIGHT, asked: "light" };

test("nothing is kept until somebody uses the switch, and then one word under the site's own address", async () => {
  const { page, context, trouble } = await open(browser, site, { colorScheme: "light" });
  await page.goto(site.url);
  assert.deepEqual(await state(page), LIGHT);
  assert.deepEqual(await stored(page), {});
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await paper();
  await toggle(page);
  assert.deepEqual(await state(page), CHOSEN_DARK);
  assert.notEqual(await paper(), before);
  assert.deepEqual(await stored(page), { "homeroom:/repo/:scheme": "dark" });
  assert.deepEqual(await context.cookies(), []);
  await context.close();
  assert.deepEqual(trouble, []);
});

test("the choice lasts on this page and on all others", async () => {
  const { page, context } = await open(browser, site, { colorScheme: "dark" });
  await page.goto(at("guides/"));
  assert.deepEqual(await state(page), DARK);
  await toggle(page);
  assert.deepEqual(await state(page), CHOSEN_LIGHT);
  await page.reload();
  assert.deepEqual(await state(page), CHOSEN_LIGHT);
  await page.click("main .cards a >> nth=0");
  await page.waitForURL(/guides\/[^/]+\/$/);
  assert.deepEqual(await state(page), CHOSEN_LIGHT);
  await page.goto(at("no/such/page/"));
  assert.equal((await state(page)).shown, "light");
  await context.close();
});

test("whoever chooses what the device prefers is forgotten, and follows the device again", async () => {
  const { page, context } = await open(browser, site, { colorScheme: "light" });
  await page.goto(site.url);
  await toggle(page);
  await toggle(page);
  assert.deepEqual(await state(page), LIGHT);
  assert.deepEqual(await stored(page), {});
  await page.emulateMedia({ colorScheme: "dark" });
  await until("the switch offers the other", async () => (await state(page)).offered === DARK.offered);
  assert.deepEqual(await state(page), DARK);
  await context.close();
});

test("another tab follows at once", async () => {
  const { page, context } = await open(browser, site, { colorScheme: "light" });
  await page.goto(site.url);
  const other = await context.newPage();
  await other.goto(at("guides/"));
  await toggle(page);
  await until("the other tab is dark", async () => (await state(other)).shown === "dark");
  assert.deepEqual(await state(other), CHOSEN_DARK);
  await toggle(other);
  await until("the first tab is light", async () => (await state(page)).shown === "light");
  assert.deepEqual(await state(page), LIGHT);
  await context.close();
});

test("a page that a reader comes back to follows the choice made meanwhile", async (t) => {
  const { context, close } = await launchWithTabs();
  t.after(close);
  const page = await context.newPage();
  await page.goto(site.url);
  await page.evaluate(() => (globalThis.isTheSame = true));
  const before = await state(page);
  await page.click("header nav.tabs a >> nth=0");
  await page.waitForURL(/guides/);
  await toggle(page);
  const chosen = (await state(page)).shown;
  assert.notEqual(chosen, before.shown);
  await page.goBack({ waitUntil: "commit" });
  assert.equal(await page.evaluate(() => globalThis.isTheSame), true, "the browser did not keep the page");
  assert.equal((await state(page)).shown, chosen);
});

test("a device that refuses to keep anything still switches, for as long as the page", async () => {
  const { page, context, trouble } = await open(browser, site, { colorScheme: "light" });
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("storage is refused", "SecurityError");
      },
    });
  });
  await page.goto(site.url);
  await toggle(page);
  assert.deepEqual(await state(page), CHOSEN_DARK);
  await toggle(page);
  assert.deepEqual(await state(page), LIGHT);
  await context.close();
  assert.deepEqual(trouble, []);
});

test("a page never flashes in the other scheme: the choice stands before there is anything to paint", async () => {
  const { page, context } = await open(browser, site, { colorScheme: "light" });
  await context.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      globalThis.schemeAtBody = document.documentElement.dataset.scheme ?? "none";
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  const began = async (path) => {
    await page.goto(at(path));
    return page.evaluate(() => globalThis.schemeAtBody);
  };
  assert.equal(await began(""), "none");
  await toggle(page);
  for (const path of ["", "policies/boundaries/", "playbook/all/on-one-page/", "ar/"]) assert.equal(await began(path), "dark", path);
  await context.close();
});

test("the switch works by keyboard and says in the page's language what it offers", async () => {
  const { page, context } = await open(browser, site, { colorScheme: "light" });
  const offers = {};
  for (const [language, path] of [["en", ""], ["es", "es/"], ["ar", "ar/"]]) {
    await page.goto(at(path));
    const button = page.locator("[data-switch]");
    const first = (await state(page)).offered;
    await button.focus();
    await page.keyboard.press("Space");
    const second = (await state(page)).offered;
    await page.keyboard.press("Enter");
    assert.deepEqual(await state(page), { ...LIGHT, offered: first });
    offers[language] = [first, second];
  }
  assert.deepEqual(offers.en, ["Dark colors", "Light colors"]);
  assert.equal(new Set(Object.values(offers).flat()).size, 6, JSON.stringify(offers));
  await context.close();
});

test("paper is white, whatever a reader chose", async () => {
  const { page, context } = await open(browser, site, { colorScheme: "light" });
  await page.goto(at("guides/"));
  await toggle(page);
  await page.emulateMedia({ media: "print" });
  const colours = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector("h1")).color]);
  assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  await context.close();
});

test("the switch works in a folder, and keeps the choice from page to page", async (t) => {
  const folder = offline(HUB);
  t.after(folder.close);
  const { page, context, trouble } = await open(browser, folder, { colorScheme: "light" });
  await page.goto(new URL("index.html", folder.url).href);
  await toggle(page);
  await page.goto(new URL("guides/index.html", folder.url).href);
  assert.deepEqual(await state(page), CHOSEN_DARK);
  const { pathname } = new URL(folder.url);
  assert.deepEqual(await stored(page), { [`homeroom:${pathname}:scheme`]: "dark" });
  await toggle(page);
  assert.deepEqual(await stored(page), {});
  await context.close();
  assert.deepEqual(trouble, []);
});
