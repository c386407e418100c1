// Browsers allow six connections to a server: pages that nobody looks at hold none.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launchWithTabs } from "./chromium.mjs";
import { desk, page as text, until } from "./desk.mjs";

const NAMES = Array.from({ length: 10 }, (_, at) => `page-${at}`);
const files = (words) => Object.fromEntries(NAMES.map((name) => [`content/${name}.md`, text(name, `${words} ${name}.`)]));

let browser;
before(async () => (browser = await launchWithTabs()));
after(() => browser.close());

test("ten tabs and an eleventh are all answered, and each shows the newest text once it is looked at", async (t) => {
  const site = await desk({ files: files("Old words of") });
  t.after(site.close);
  const { context } = browser;
  await context.addInitScript(() => {
    const streams = [];
    globalThis.streams = () => streams.filter(({ readyState }) => readyState !== EventSource.CLOSED).length;
    globalThis.EventSource = class extends EventSource {
      constructor(address) {
        super(address);
        streams.push(this);
      }
    };
  });
  const tabs = [];
  for (const name of NAMES) {
    const page = await context.newPage();
    await page.goto(`${site.url}${name}/`);
    tabs.push({ name, page });
  }
  const state = () => Promise.all(tabs.map(({ page }) => page.evaluate(() => [document.visibilityState, globalThis.streams()].join(" "))));
  const one = [...Array(9).fill("hidden 0"), "visible 1"];
  await until("one tab is looked at and holds a stream", async () => (await state()).join() === one.join());

  for (const [path, words] of Object.entries(files("New words of"))) site.write(path, words);
  const eleventh = await context.newPage();
  await eleventh.goto(`${site.url}one/`, { timeout: 10_000 });
  assert.match(await eleventh.innerText("main"), /The first words\./);
  for (const { name, page } of tabs) {
    assert.match(await page.innerText("main"), name === NAMES.at(-1) ? /words of/ : /Old words of/, "nobody looked at it yet");
    await page.bringToFront();
    await until(`${name} is new`, async () => (await page.innerText("main")).includes(`New words of ${name}.`));
  }
  await until("the last tab alone holds a stream", async () => (await state()).join() === one.join());
});
