// Chosen cards, printed from the library: where they lie, how large they are, and that nothing else is printed.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { launch, open } from "./chromium.mjs";
import { HUB, offline, published } from "./site.mjs";
import { tooWide } from "./width.mjs";

const PYTHON = process.env.PYTHON ?? join(HUB, "target/lint/bin/python");
const STOCKS = ["5388", "C32015", "letter-quarters", "L7421", "8387", "5371"];
const TURNS = { long: "long-edge", short: "short-edge", fold: "fold" };
/** How far a card of the browser may lie from the one of the PDF, in millimetres. */
const OFF = 0.5;
const PROMPTS = Array.from({ length: 12 }, (_, at) => `q${at}`);
const name = (stock, turn) => `${stock.toLowerCase()}-${turn}`;
const classOf = (stock) => `stock-${stock.toLowerCase()}`;

let root, browser, site;
before(async () => {
  root = mkdtempSync(join(tmpdir(), "chosen-"));
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  // The theme of the repository lies over the one in the program: what is tested is what is written there.
  cpSync(join(HUB, "themes/default"), join(root, "themes/default"), { recursive: true });
  write("site.yaml", 'title: "Cards"\nlanguage: en\nlanguages:\n  es:\n    title: "Tarjetas"\n  ar:\n    title: "بطاقات"\n');
  write("content/_index.md", '---\ntitle: "Cards"\n---\n\nCards.\n');
  for (const [at, id] of PROMPTS.entries()) {
    const facts = `themes: [identity]\ngrades: [6-8]\ndepth: 1\nminutes: 5\nformats: [talk]\ndisclosure: ${at % 5 ? "low" : "high"}\n`;
    write(`content/prompts/${id}.md`, `---\ntitle: "Question ${at}: what would you like us to know?"\nfollow_ups:\n  - "What else would you like to say?"\n${facts}---\n`);
  }
  write("content/prompts/q1.es.md", '---\ntitle: "¿Qué te gustaría que supiéramos de tu nombre?"\nfollow_ups:\n  - "¿Quién lo dice como más te gusta?"\n---\n');
  write("content/prompts/q1.ar.md", '---\ntitle: "ما الذي يهمّك أن نعرفه عن اسمك؟"\nfollow_ups:\n  - "من ينطقه بالطريقة التي تعجبك؟"\n---\n');
  write("content/prompts/endless.md", `---\ntitle: "Endless: ${"what would you say ".repeat(110)}?"\nthemes: [identity]\ngrades: [6-8]\ndepth: 1\nminutes: 5\nformats: [talk]\n---\n`);
  for (const stock of STOCKS) {
    for (const [turn, duplex] of Object.entries(TURNS)) {
      write(`content/cards/${name(stock, turn)}.md`, `---\ntitle: "${stock} ${turn}"\nlayout: cards\nstock: "${stock}"\ncards: [q0]\nback: lines\nduplex: ${duplex}\n---\n`);
    }
  }
  browser = await launch();
  site = await published(root);
});
after(async () => {
  await browser.close();
  await site.close();
  rmSync(root, { recursive: true, force: true });
});

const printer = (page) => page.locator("[data-printer]");
const status = (page) => printer(page).locator("[role=status]");

/** A tab with the library of which some are chosen. It does not print: it counts how often it would. */
async function library(where, chosen, { path = "prompts/", ...options } = {}) {
  const opened = await open(browser, where, options);
  await opened.page.addInitScript(() => {
    globalThis.printed = 0;
    globalThis.print = () => (globalThis.printed += 1);
  });
  const file = `${path}index.html`;
  const { url } = where.pages.find((page) => page.file === file);
  await opened.page.goto(`${url}#~library?chosen=${chosen.join("+")}`);
  await printer(opened.page).waitFor();
  return opened;
}

/** Says what is wanted, presses the button, and waits for what comes of it. */
async function press(page, wishes) {
  const { stock, ...others } = wishes;
  const select = (name) => printer(page).locator(`[name=${name}]`);
  if (stock) {
    const values = await select("stock").locator("option").evaluateAll((all) => all.map(({ value }) => value));
    await select("stock").selectOption(values.find((value) => value.split(" ")[0] === classOf(stock)));
  }
  for (const key of ["back", "turn", "tongues"]) if (key in others) await select(key).selectOption(others[key]);
  await page.evaluate(() => (globalThis.printed = 0));
  await printer(page).getByRole("button").click();
  await page.waitForFunction(() => globalThis.printed > 0 || document.querySelector("[data-printer] [role=status]").textContent);
}

/** What stands in a PDF. */
const read = (file) => JSON.parse(execFileSync(PYTHON, [join(HUB, "tests/paper/frames.py"), file], { encoding: "utf8", maxBuffer: 1 << 28 }));
async function printed(page) {
  const file = join(root, "printed.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: false });
  return read(file);
}

/** Whatever of the cards is smaller than nine points, outside its card's rim, or beneath another text. */
async function wrongs(page) {
  await page.emulateMedia({ media: "print" });
  const wrong = await page.evaluate(() =>
    [...document.querySelectorAll(".leaf .card")].flatMap((card) => {
      const [box, style] = [card.getBoundingClientRect(), getComputedStyle(card)];
      const [x, y] = [Number.parseFloat(style.paddingLeft), Number.parseFloat(style.paddingTop)];
      return [...card.querySelectorAll("p")].flatMap((text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        const size = Number.parseFloat(getComputedStyle(text).fontSize);
        const isOut = [...range.getClientRects()].some(({ left, right, top, bottom }) => left < box.left + x - 1 || right > box.right - x + 1 || top < box.top + y - 3 || bottom > box.bottom - y + 3);
        return size < 11.99 || isOut ? [`${text.textContent} at ${size} px${isOut ? " is outside" : ""}`] : [];
      });
    }),
  );
  await page.emulateMedia({ media: null });
  return wrong;
}

for (const stock of STOCKS) {
  test(`cards lie where the PDF has them on ${stock}`, async (t) => {
    const { page, context } = await library(site, PROMPTS, { bypassCSP: true });
    t.after(() => context.close());
    await page.addStyleTag({ content: ".card { outline: 0.1mm solid #000; outline-offset: -0.05mm; } .card::before, .card::after { display: none; } .leaf { clip-path: none !important; contain: none !important; }" });
    for (const turn of Object.keys(TURNS)) {
      const sheet = read(join(site.folder, `cards/${name(stock, turn)}/test-sheet.pdf`));
      await press(page, { stock, back: "lines", turn });
      const pages = await printed(page);
      const places = sheet[0].frames.length / (turn === "fold" ? 2 : 1);
      assert.equal(pages.length, Math.ceil(PROMPTS.length / places) * sheet.length, `pages, ${turn}`);
      for (const [at, expected] of sheet.entries()) {
        const { width, height, frames } = pages[at];
        assert.ok(Math.abs(width - expected.width) < OFF && Math.abs(height - expected.height) < OFF, `${turn}: ${width} × ${height}`);
        const off = Math.max(...expected.frames.map((frame) => Math.min(...frames.map((one) => Math.max(...one.map((edge, side) => Math.abs(edge - frame[side])))))));
        t.diagnostic(`${turn} ${at ? "backs" : "fronts"}: ${frames.length} frames, at most ${off.toFixed(3)} mm off`);
        assert.equal(frames.length, expected.frames.length, turn);
        assert.ok(off < OFF, `${turn}, side ${at}: ${off} mm`);
      }
    }
  });
}

test("each back is behind its front, on every stock", async (t) => {
  const { page, context } = await library(site, PROMPTS);
  t.after(() => context.close());
  const stocks = await printer(page).locator("[name=stock] option").evaluateAll((all) => all.map(({ value }) => value));
  assert.ok(stocks.length > 20, `${stocks.length} stocks`);
  assert.equal(await printer(page).locator("[name=stock]").inputValue(), "stock-letter-quarters cut");
  for (const stock of stocks) {
    await printer(page).locator("[name=stock]").selectOption(stock);
    for (const turn of ["long", "short"]) {
      await press(page, { back: "lines", turn });
      const apart = await page.evaluate((turn) => {
        const leaves = [...document.querySelectorAll(".leaf")];
        const cards = (leaf) => {
          const sheet = leaf.getBoundingClientRect();
          return [...leaf.querySelectorAll(".card")].map((card) => {
            const { left, top, width, height } = card.getBoundingClientRect();
            return { number: card.querySelector(".number").textContent, x: left - sheet.left, y: top - sheet.top, width, height };
          });
        };
        return leaves.flatMap((leaf, at) => {
          if (at % 2) return [];
          const { width, height } = leaf.getBoundingClientRect();
          const isAcross = width > height === (turn === "short");
          const backs = new Map(cards(leaves[at + 1]).map((card) => [card.number, card]));
          return cards(leaf).map((front) => {
            const back = backs.get(front.number);
            const [x, y] = isAcross ? [width - front.x - front.width, front.y] : [front.x, height - front.y - front.height];
            return Math.max(Math.abs(back.x - x), Math.abs(back.y - y));
          });
        });
      }, turn);
      // A fiftieth of a millimetre is what the browser rounds.
      assert.ok(apart.length === PROMPTS.length && Math.max(...apart) < 0.2, `${stock} ${turn}: ${apart}`);
    }
  }
});

test("text is large, stays on its card, and all of it is printed", async (t) => {
  const { page, context, trouble } = await library(site, PROMPTS);
  t.after(() => context.close());
  for (const [stock, back] of [["5371", "follow-ups"], ["letter-quarters", "code"], ["C32015", "translation"], ["L7421", "lines"], ["a4-a7", "none"]]) {
    await press(page, { stock, back, tongues: "" });
    assert.equal(await status(page).innerText(), "", stock);
    assert.deepEqual(await wrongs(page), [], stock);
    const text = await page.locator(".prints").evaluate((all) => all.textContent.replace(/\s/g, "").length);
    const pages = await printed(page);
    const letters = pages.flatMap(({ letters }) => letters);
    assert.ok(letters.length > text * 0.95, `${letters.length} of ${text} letters on ${stock}`);
    const smallest = Math.min(...letters.map(([size]) => size));
    const largest = Math.max(...letters.map(([size]) => size));
    t.diagnostic(`${stock}: ${smallest} to ${largest} pt`);
    assert.ok(smallest > 8.9 && largest > 12, `${stock}: ${smallest} to ${largest} pt`);
  }
  assert.deepEqual(trouble, []);
});

test("a question of 2,000 characters is named and left out, and nine points are the least", async (t) => {
  const { page, context } = await library(site, ["q0", "endless", "q2"]);
  t.after(() => context.close());
  await press(page, { stock: "5371" });
  assert.match(await status(page).innerText(), /^Too long for this paper, and left out:\s+Endless: what would/);
  assert.deepEqual(await page.locator(".leaf .number").allTextContents(), ["1 of 2", "2 of 2"]);
  assert.equal(await page.evaluate(() => globalThis.printed), 1);
  const alone = await library(site, ["endless"]);
  t.after(() => alone.context.close());
  await press(alone.page, { stock: "5371" });
  assert.equal(await alone.page.evaluate(() => globalThis.printed), 0, "nothing is left to print");
});

test("nothing is printed but sheets, and they are gone afterward", async (t) => {
  const { page, context, trouble } = await library(site, ["q0", "q1", "q2", "q3", "q4"]);
  t.after(() => context.close());
  assert.equal(await page.locator('link[href*="places.css"]').count(), 0, "no style sheet before it is wanted");
  await press(page, { stock: "letter-quarters" });
  assert.equal(await page.locator(".prints").isVisible(), false);
  assert.deepEqual(await tooWide(page), []);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await page.locator("body > *:visible").evaluateAll((all) => all.map((one) => one.className)), ["prints"]);
  await page.emulateMedia({ media: null });
  const pages = await printed(page);
  assert.deepEqual(pages.map(({ width, height }) => [Math.round(width), Math.round(height)]), [[216, 279], [216, 279]]);
  assert.equal(await page.locator(".prints").count(), 0);
  assert.ok((await printed(page)).length > 0, "the page itself prints as before");
  assert.deepEqual(trouble, []);
});

for (const [lang, path, title, own] of [["es", "es/prompts/", "Mis tarjetas", "¿Qué te gustaría que supiéramos de tu nombre?"], ["ar", "ar/prompts/", "بطاقاتي", "ما الذي يهمّك أن نعرفه عن اسمك؟"]]) {
  test(`cards in ${lang} begin with that language`, async (t) => {
    const { page, context, trouble } = await library(site, ["q1", "q2"], { path });
    t.after(() => context.close());
    await press(page, { stock: "letter-quarters", back: "follow-ups", turn: "fold" });
    const first = page.locator(".leaf .front").first();
    assert.deepEqual(await first.locator(".title").evaluate((one) => [one.lang, one.textContent]), [lang, own]);
    assert.equal(await first.locator(".title, .second").count(), 3);
    assert.equal(await first.locator(".ends").last().locator("span").first().textContent(), title);
    assert.equal(await first.locator(".number").textContent(), lang === "ar" ? "١ من ٢" : "1 de 2");
    assert.deepEqual(await wrongs(page), []);
    const { left, right } = await page.evaluate(() => {
      const [front, back] = [".front", ".back"].map((which) => document.querySelector(which).getBoundingClientRect().left);
      return { left: front, right: back };
    });
    assert.ok(left < right, "the sheet is the same in every language: the front is at the left");
    assert.equal((await printed(page)).length, 1);
    await press(page, { tongues: "" });
    assert.equal(await page.locator(".leaf .front").first().locator(".second").count(), 0);
    assert.deepEqual(trouble, []);
  });
}

test("a duty to report stands on the back, or on the front where there is none", async (t) => {
  const { page, context } = await library(site, ["q0"]);
  t.after(() => context.close());
  const duty = /I report it myself/;
  await press(page, { back: "follow-ups", turn: "long" });
  assert.doesNotMatch(await page.locator(".front").textContent(), duty);
  assert.match(await page.locator(".back").textContent(), duty);
  await press(page, { turn: "plain" });
  assert.match(await page.locator(".front").textContent(), duty);
  assert.equal(await page.locator(".back").count(), 0);
});

test("a code is at least two centimetres wide, and has its address beside it", async (t) => {
  const { page, context } = await library(site, ["q0"]);
  t.after(() => context.close());
  await press(page, { stock: "5371", back: "code", turn: "long" });
  const { side, quiet } = await page.locator(".back svg").evaluate((svg) => {
    const whole = svg.getBoundingClientRect().width;
    const module = whole / svg.viewBox.baseVal.width;
    return { side: ((whole - 8 * module) * 25.4) / 96, quiet: -svg.viewBox.baseVal.x };
  });
  assert.ok(side > 19.99 && quiet === 4, `${side} mm`);
  assert.equal(await page.locator(".back .address").textContent(), new URL("prompts/q0/", site.url).href);
});

for (const [width, colorScheme, path] of [[360, "light", "prompts/"], [768, "dark", "ar/prompts/"], [1440, "light", "es/prompts/"]]) {
  test(`what is asked before printing is accessible and fits ${width} px, ${colorScheme}, at /${path}`, async (t) => {
    const { page, context, trouble } = await library(site, ["q1"], { path, viewport: { width, height: 800 }, colorScheme });
    t.after(() => context.close());
    await printer(page).locator("[name=back]").selectOption("lines");
    assert.deepEqual([...(await violations(page)), ...(await tooWide(page)), ...trouble], []);
  });
}

test("cards are printed by keyboard alone", async (t) => {
  const { page, context } = await library(site, ["q0"]);
  t.after(() => context.close());
  await printer(page).locator("[name=stock]").focus();
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await printer(page).locator("[name=stock]").inputValue(), "stock-letter-quarters cut");
  for (let tabs = 0; tabs < 6 && (await page.evaluate(() => document.activeElement.tagName)) !== "BUTTON"; tabs++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => globalThis.printed === 1);
  assert.equal(await page.evaluate(() => document.activeElement.closest("[data-printer]") !== null), true, "the focus stays");
});

test("cards are printed from a folder", async (t) => {
  const folder = offline(root);
  t.after(folder.close);
  const { page, context, trouble } = await library(folder, ["q0", "q1"]);
  t.after(() => context.close());
  await press(page, { stock: "L7421", back: "code" });
  assert.equal((await printed(page)).length, 2);
  assert.deepEqual(trouble, []);
});

test("a file that does not come is said in words, and the next press tries again", async (t) => {
  const { page, context } = await library(site, ["q0"]);
  t.after(() => context.close());
  await page.route(/places|\/print\//, (route) => route.abort());
  await press(page, {});
  assert.match(await status(page).innerText(), /could not be loaded/);
  await page.unroute(/places|\/print\//);
  await press(page, {});
  assert.equal(await status(page).innerText(), "");
  assert.equal(await page.evaluate(() => globalThis.printed), 1);
});

test("nothing is asked while nothing is chosen", async (t) => {
  const { page, context } = await library(site, ["q0"]);
  t.after(() => context.close());
  await page.getByRole("button", { name: "Choose none" }).click();
  assert.equal(await printer(page).isVisible(), false);
});
