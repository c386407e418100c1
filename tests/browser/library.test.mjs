// The library of prompts: narrowed down, put in order, drawn from, chosen from, sent as a link.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { launch, open } from "./chromium.mjs";
import { desk, until } from "./desk.mjs";
import { editions, HUB, published } from "./site.mjs";
import { tooWide } from "./width.mjs";

let browser, site;
before(async () => {
  browser = await launch();
  site = await published(HUB);
});
after(async () => {
  await browser.close();
  await site.close();
});

const library = (page) => page.locator("[data-library]");
const shown = (page) => page.locator(".cards > [data-facets]:visible");
const figure = async (place) => Number(/\d+/.exec(await place.innerText())[0]);
const count = (page) => figure(library(page).locator("[role=status]").first());
async function visit(page, url) {
  await page.goto(url);
  await library(page).locator(".sieve summary").first().waitFor();
}
async function press(page, facet, value) {
  const group = library(page).locator(`details[data-name=${facet}]`);
  if ((await group.getAttribute("open")) === null) await group.locator("summary").click();
  const button = group.locator(`[data-value="${facet} ${value}"]`);
  const left = await figure(button.locator(".count"));
  await button.click();
  assert.equal(await group.locator(`[data-value="${facet} ${value}"]`).getAttribute("aria-pressed"), "true");
  return left;
}

for (const [edition, make] of Object.entries(editions(HUB))) {
  test(`a light question for grade 7, five minutes, in Spanish ${edition}`, async (t) => {
    const site = await make();
    t.after(site.close);
    const { page, context, trouble } = await open(browser, site);
    const url = site.pages.find(({ file }) => file === "prompts/index.html").url;
    await visit(page, url);
    const total = await count(page);
    assert.equal(await shown(page).count(), total);
    for (const [facet, value] of [["depth", "1"], ["grades", "7"], ["minutes", "5"], ["language", "es"]]) {
      const left = await press(page, facet, value);
      assert.equal(await count(page), left, facet);
      assert.equal(await shown(page).count(), left, facet);
    }
    const left = await count(page);
    assert.ok(left > 0 && left < total / 4, `${left} of ${total}`);
    const more = await press(page, "minutes", "2");
    assert.equal(await count(page), left + more);
    const titles = await shown(page).locator("a").allInnerTexts();
    const again = await open(browser, site);
    await visit(again.page, page.url());
    assert.deepEqual(await again.page.locator(".cards > [data-facets]:visible a").allInnerTexts(), titles);
    assert.deepEqual([...trouble, ...again.trouble], []);
    await context.close();
    await again.context.close();
  });
}

test("prompts are put in order, and back", async () => {
  const { page, context } = await open(browser, site);
  await visit(page, new URL("prompts/", site.url).href);
  const before = await shown(page).locator("a").allInnerTexts();
  await library(page).getByRole("combobox").selectOption("minutes");
  const minutes = await shown(page).evaluateAll((items) => items.map((item) => Number(item.dataset.minutes)));
  assert.deepEqual(minutes, minutes.toSorted((a, b) => a - b));
  assert.equal(minutes.length, before.length);
  await library(page).getByRole("combobox").selectOption("listed");
  assert.deepEqual(await shown(page).locator("a").allInnerTexts(), before);
  await context.close();
});

test("a surprise is one of those that are left, and the next is another", async () => {
  const { page, context } = await open(browser, site);
  await visit(page, new URL("prompts/#~library?themes=gratitude", site.url).href);
  const left = await shown(page).locator("a").allInnerTexts();
  assert.ok(left.length > 2 && left.length < 20, `${left.length}`);
  let last = "";
  for (let round = 0; round < 12; round++) {
    await page.getByRole("button", { name: "Surprise me" }).click();
    const drawn = await library(page).locator(".drawn a").innerText();
    assert.ok(left.includes(drawn) && drawn !== last, drawn);
    last = drawn;
  }
  await context.close();
});

test("what is chosen is counted, sent as a link, and copied as a deck that can be built; nothing is kept", async () => {
  const { page, context, trouble } = await open(browser, site);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(page, new URL("prompts/", site.url).href);
  await page.getByRole("checkbox", { name: "Choose: What is your weather today?" }).check();
  await page.getByRole("checkbox", { name: "Choose: Draw your day as one line." }).check();
  await press(page, "themes", "gratitude");
  const left = await count(page);
  await page.getByRole("button", { name: `Choose all that are shown (${left})` }).click();
  const chosen = library(page).locator("[role=status]").nth(1);
  assert.equal(await figure(chosen), left + 2);
  await page.getByRole("button", { name: "Copy as a deck file" }).click();
  const deck = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(deck, /^---\ntitle: "My cards"\nlayout: cards\nstock: letter-quarters\ncards:\n {2}- "weather-today"\n {2}- "day-as-line"\n/);
  assert.equal(deck.match(/^ {2}- /gm).length, left + 2);
  await page.getByRole("button", { name: "Copy a link to these" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]), [[], [], ""]);
  const other = await open(browser, site);
  await visit(other.page, link);
  assert.equal(await other.page.locator(".choose input:checked").count(), left + 2);
  await other.page.getByRole("button", { name: "Choose none" }).click();
  assert.equal(await other.page.locator(".choose input:checked").count(), 0);
  assert.deepEqual([...trouble, ...other.trouble], []);
  await context.close();
  await other.context.close();
});

for (const [width, colorScheme, path] of [[1280, "dark", ""], [320, "light", ""], [360, "light", "ar/"], [768, "light", "es/"]]) {
  test(`the filtered library is accessible and fits ${width} px, ${colorScheme}, at /${path}prompts/`, async () => {
    const { page, context, trouble } = await open(browser, site, { viewport: { width, height: 800 }, colorScheme });
    await visit(page, new URL(`${path}prompts/#~library?depth=1`, site.url).href);
    for (const group of await library(page).locator("summary").all()) if ((await group.evaluate((summary) => summary.parentElement.open)) === false) await group.click();
    await shown(page).first().locator(".choose input").check();
    assert.deepEqual([...(await violations(page)), ...(await tooWide(page))], []);
    assert.deepEqual(trouble, []);
    await context.close();
  });
}

test("the library works by keyboard alone", async () => {
  const { page, context } = await open(browser, site);
  await visit(page, new URL("prompts/", site.url).href);
  await library(page).locator("summary").first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const value = () => page.evaluate(() => document.activeElement.getAttribute("data-value"));
  const first = await value();
  await page.keyboard.press("Space");
  assert.equal(await value(), first, "the focus stays on what was pressed");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-pressed")), "true");
  await context.close();
});

test("without scripts there is the list, and nothing of the library", async () => {
  const { page, context } = await open(browser, site, { javaScriptEnabled: false });
  await page.goto(new URL("prompts/", site.url).href);
  assert.ok((await shown(page).count()) > 100);
  assert.equal(await library(page).isVisible(), false);
  await context.close();
});

test("where the list is too long for one page, search goes through all of it", async (t) => {
  const rows = Array.from({ length: 260 }, (_, at) => `q${at},Question ${at}?,${at % 2 ? "identity" : "family"},K-5,1,${1 + (at % 9)},talk`);
  const site = await desk({ files: { "content/prompts/many.csv": `id,title,themes,grades,depth,minutes,formats\n${rows.join("\n")}\n`, "content/about.md": "---\ntitle: About\n---\n\nText.\n" } });
  t.after(site.close);
  const { page, context } = await open(browser, site);
  await page.goto(new URL("prompts/", site.url).href);
  await page.getByRole("link", { name: "Find the one you need" }).click();
  await until("all are there", async () => (await page.locator(".seek [role=status]").innerText()) === "Results: 260");
  await page.locator(".sieve details[data-name=themes] summary").click();
  await page.locator('[data-value="themes family"]').click();
  await until("half are left", async () => (await page.locator(".seek [role=status]").innerText()) === "Results: 130");
  await context.close();
});
