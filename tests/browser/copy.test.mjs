// The buttons that copy: what comes out of the clipboard is what a teacher would send, and it is said.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { until } from "./desk.mjs";
import { HUB, offline, published } from "./site.mjs";

const PROMPT = "prompts/weather-today/";

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
const button = (page) => page.locator("[data-copy]");
const said = (page) => page.locator(".tools [role=status], [data-copy] ~ [role=status]").first();

/** What a reader gets who pastes now. */
async function pasted(page) {
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.id = "paste";
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press("Control+V");
  return page.evaluate(() => {
    const field = document.getElementById("paste");
    field.remove();
    return field.value;
  });
}

/** A browser that has no clipboard for pages, as one has none over plain http. */
const withoutClipboard = () => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
/** One that has it and refuses it, as in a frame or by a school's rule. */
const refusing = () => {
  Clipboard.prototype.writeText = () => Promise.reject(new DOMException("not here", "NotAllowedError"));
};
const BROWSERS = { "with a clipboard": () => {}, "without one": withoutClipboard, "with one that is refused": refusing };

for (const [name, prepare] of Object.entries(BROWSERS)) {
  test(`a prompt is copied with the words to pass in a browser ${name}`, async () => {
    const { page, context, trouble } = await open(browser, site);
    await context.addInitScript(prepare);
    for (const [path, done] of [[PROMPT, "Copied."], [`es/${PROMPT}`, "Copiado."], ["prompts/name-story/", "Copied."]]) {
      await page.goto(at(path));
      const pass = await page.evaluate(() => document.getElementById("~pass").parentElement.querySelector(".say").lastChild.textContent.trim());
      assert.ok(pass.length > 20, path);
      await button(page).click();
      await until("it is said", async () => (await said(page).innerText()).startsWith(done));
      assert.equal(await page.evaluate(() => document.activeElement === document.querySelector("[data-copy]")), true, "the focus stays");
      assert.equal(await pasted(page), `${await page.innerText("h1")}\n\n${pass}`);
    }
    await context.close();
    assert.deepEqual(trouble, []);
  });
}

test("a message is copied as it is read: its subject, its paragraphs, its blanks, and nothing else", async () => {
  const { page, context } = await open(browser, site);
  const messages = site.pages.filter(({ kind, lang }) => kind === "message" && lang === "en");
  assert.ok(messages.length > 10);
  let blanks = 0;
  for (const { file, url } of [messages[0], messages.at(-1)]) {
    await page.goto(url);
    await button(page).click();
    await until("it is said", async () => (await said(page).innerText()) !== "");
    const text = await pasted(page);
    const parts = await page.evaluate(() => [...document.querySelectorAll("#\\~letter :is(.subject, p, li)")].map((part) => part.innerText.trim()));
    for (const part of parts) assert.ok(text.includes(part), `${file}: "${part}" is not copied`);
    assert.equal(text, text.trim());
    assert.doesNotMatch(text, /Copy the text|Print|¶|Copied/);
    const open = (await page.innerText("#\\~letter")).match(/\[[^\]]+\]/g) ?? [];
    assert.deepEqual(text.match(/\[[^\]]+\]/g) ?? [], open, file);
    blanks += open.length;
  }
  assert.ok(blanks > 1, "these messages have no blanks");
  await context.close();
});

test("what was copied is announced by a status that was there before, and taken back after a while", async () => {
  const { page, context } = await open(browser, site);
  await page.clock.install();
  await page.goto(at(PROMPT));
  assert.equal(await said(page).getAttribute("role"), "status");
  assert.equal(await said(page).innerText(), "");
  const isSaid = () => until("it is said", async () => (await said(page).innerText()).startsWith("Copied."));
  await button(page).click();
  await isSaid();
  await page.clock.fastForward(3000);
  // So that what is seen next is what the second time says.
  await said(page).evaluate((status) => void (status.textContent = ""));
  await button(page).click();
  await isSaid();
  await page.clock.fastForward(3000);
  assert.match(await said(page).innerText(), /^Copied\./, "the first time's end does not take back the second");
  await page.clock.fastForward(3000);
  assert.equal(await said(page).innerText(), "");
  await context.close();
});

test("what could not be copied is said, with a way to do it by hand", async () => {
  const { page, context } = await open(browser, site);
  await context.addInitScript(withoutClipboard);
  await context.addInitScript(() => (Document.prototype.execCommand = () => false));
  await page.goto(at(PROMPT));
  await button(page).click();
  await until("it is said", async () => /by hand/.test(await said(page).innerText()));
  assert.equal(await page.locator("textarea").count(), 0, "no field is left behind");
  await context.close();
});

test("copying works in a folder", async (t) => {
  const folder = offline(HUB);
  t.after(folder.close);
  const { page, context, trouble } = await open(browser, folder);
  for (const prepare of [() => {}, withoutClipboard]) {
    await context.addInitScript(prepare);
    await page.goto(new URL(`${PROMPT}index.html`, folder.url).href);
    await button(page).click();
    await until("it is said", async () => (await said(page).innerText()).startsWith("Copied."));
    assert.match(await pasted(page), /^What is your weather today\?\n\n\S/);
  }
  await context.close();
  assert.deepEqual(trouble, []);
});

test("every prompt and every message has a text to copy", async () => {
  const pages = site.pages.filter(({ kind }) => ["prompt", "message"].includes(kind));
  assert.ok(pages.length > 100);
  for (const { file } of pages) {
    const markup = await readFile(join(site.folder, file), "utf8");
    const [, name] = /data-copy="([^"]+)"/.exec(markup) ?? assert.fail(`${file} has no button`);
    assert.ok(markup.includes(`id="${name}"`), `${file} has no "${name}"`);
  }
});

test("a prompt goes to one student, a group or a family, with a blank for the name, and its length is told", async () => {
  const { page, context, trouble } = await open(browser, site);
  for (const [path, family, name] of [[PROMPT, "To a family", "[name]"], [`es/${PROMPT}`, "Para una familia", "[nombre]"], [`ar/${PROMPT}`, "إلى أسرة", "[الاسم]"]]) {
    await page.goto(at(path));
    const title = await page.locator("h1").innerText();
    await page.locator("[data-copy-to]").selectOption(family);
    await button(page).click();
    await until("it is said", async () => /: [\d٠-٩]/.test(await said(page).innerText()));
    const text = await pasted(page);
    assert.ok(text.split("\n")[0].includes(name) && text.includes(title), text);
    const length = new Intl.NumberFormat(path.slice(0, 2) === "ar" ? "ar" : "en").format([...text].length);
    assert.ok((await said(page).innerText()).endsWith(length), `${await said(page).innerText()}: ${length}`);
  }
  assert.deepEqual(trouble, []);
  await context.close();
});
