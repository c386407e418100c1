// Pages in other languages: their direction, their words, the way between them, and marks on what stands
// in another language than the page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { HUB, published } from "./site.mjs";

let browser, site;
before(async () => {
  browser = await launch();
  site = await published(HUB);
});
after(async () => {
  await browser.close();
  await site.close();
});

const at = (path) => new URL(path, site.url).href;

test("an Arabic page is mirrored, and begins at the right", async () => {
  const { page, context } = await open(browser, site, { viewport: { width: 1280, height: 900 } });
  const sides = async (path) => {
    await page.goto(at(path));
    return page.evaluate(() => {
      const middle = (element) => {
        const box = element.getBoundingClientRect();
        return (box.left + box.right) / 2;
      };
      const name = document.querySelector(".top .name");
      const languages = document.querySelector(".languages");
      return {
        dir: getComputedStyle(document.documentElement).direction,
        lang: document.documentElement.lang,
        nameFirst: middle(name) < middle(languages),
        align: getComputedStyle(document.querySelector("h1")).textAlign,
      };
    });
  };
  assert.deepEqual(await sides("prompts/weather-today/"), { dir: "ltr", lang: "en", nameFirst: true, align: "start" });
  assert.deepEqual(await sides("es/prompts/weather-today/"), { dir: "ltr", lang: "es", nameFirst: true, align: "start" });
  assert.deepEqual(await sides("ar/prompts/weather-today/"), { dir: "rtl", lang: "ar", nameFirst: false, align: "start" });
  await context.close();
});

test("the interface speaks the language of the page", async () => {
  const { page, context } = await open(browser, site);
  for (const [path, script] of [["es/prompts/name-story/", /Profundidad|Tiempo/], ["ar/prompts/name-story/", /\p{Script=Arabic}/u]]) {
    await page.goto(at(path));
    const texts = await page.evaluate(() => [...document.querySelectorAll("dt, .part > h2, .skip")].map((one) => one.textContent));
    assert.ok(texts.some((text) => script.test(text)), `${path}: ${texts}`);
    const english = await page.evaluate(foreignWords, ["Previous", "Next", "Grade", "Steps", "Skip", "Depth", "minutes", "September", "You are here"]);
    assert.deepEqual(english, [], path);
  }
  await context.close();
});

test("what is not translated yet is listed in the original, and says so", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(at("ar/prompts/"));
  const own = page.locator('.cards a[href$="ar/prompts/weather-today/"]');
  assert.equal(await own.getAttribute("lang"), null);
  const original = page.locator('.cards a[href$="/prompts/kept-going/"]').first();
  assert.deepEqual([await original.getAttribute("lang"), await original.getAttribute("dir")], ["en", "ltr"]);
  assert.match(await original.locator("xpath=ancestor::li").innerText(), /English/);
  await context.close();
});

test("the switch leads to the same page, or to the nearest one", async () => {
  const { page, context } = await open(browser, site);
  const switched = async (path, language) => {
    await page.goto(at(path));
    await page.locator(`.languages a[lang="${language}"]`).click();
    return page.url().slice(site.url.length);
  };
  assert.equal(await switched("prompts/weather-today/", "ar"), "ar/prompts/weather-today/");
  assert.equal(await switched("ar/prompts/weather-today/", "en"), "prompts/weather-today/");
  assert.equal(await switched("prompts/afraid-of-next/", "es"), "es/prompts/");
  assert.equal(await switched("about/", "es"), "es/about/");
  assert.equal(await switched("es/themes/family/", "ar"), "ar/themes/family/");
  await context.close();
});

/** Which of `words` stand in text that is not marked as English. */
function foreignWords(words) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest("[lang]")?.lang === "en") continue;
    for (const word of words) if (node.textContent.includes(word)) found.add(`${word}: ${node.textContent.trim()}`);
  }
  return [...found];
}
