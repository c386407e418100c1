// The site's faces: they come from the site, each page gets those it needs, and nothing moves when they come.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { createServer } from "node:http";
import { launch, open } from "./chromium.mjs";
import { HUB, offline, published } from "./site.mjs";

/** A tenth of what counts as good (https://web.dev/articles/cls). */
const MOVEMENT = 0.01;
const PLACES = { home: "", guide: "guides/two-by-ten/", prompt: "prompts/weather-today/", list: "prompts/", chapter: "playbook/shift-discipline/" };

let browser, site;
before(async () => {
  browser = await launch();
  site = await published(HUB);
});
after(async () => {
  await browser.close();
  await site.close();
});

const faces = (page) => page.evaluate(() => document.fonts.ready.then(() => [...document.fonts].filter(({ status }) => status === "loaded").map(({ family, weight }) => `${family.replaceAll('"', "")} ${weight}`)));

/** Tells what moves on the pages of `context`, how far, and where the parts are that move. */
const watch = (context) =>
  context.addInitScript(() => {
    globalThis.moved = { sum: 0, what: [] };
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        globalThis.moved.sum += value;
        globalThis.moved.what.push(...sources.map(({ node }) => `${node?.localName ?? node?.nodeName}.${node?.className ?? ""}`));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });

for (const [width, height] of [[360, 740], [1280, 800]]) {
  for (const [kind, path] of Object.entries(PLACES)) {
    test(`nothing moves on the ${kind} page at ${width} px when its faces come late`, async () => {
      const { page, context } = await open(browser, site, { viewport: { width, height } });
      await context.route(/\.woff2$/, async (route) => {
        await setTimeout(600);
        await route.continue();
      });
      await watch(context);
      await page.goto(new URL(path, site.url).href, { waitUntil: "commit" });
      await page.waitForLoadState("load");
      const loaded = await faces(page);
      assert.ok(loaded.includes("Text 400") && loaded.includes("Text 700"), `${loaded}`);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      await setTimeout(100);
      const { sum, what } = await page.evaluate(() => globalThis.moved);
      assert.ok(sum < MOVEMENT, `it moves by ${sum.toFixed(4)}: ${what.join(", ")}`);
      await context.close();
    });
  }
}

test("the head of a page stays where it is while the page comes piece by piece", async (t) => {
  const slow = createServer(async ({ url }, response) => {
    const answer = await fetch(new URL(url, site.url));
    const body = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get("content-type") ?? "";
    response.writeHead(answer.status, { "content-type": type });
    for (let at = 0; type.startsWith("text/html") && at < 12_000; at += 700) {
      response.write(body.subarray(at, at + 700));
      await setTimeout(25);
    }
    response.end(type.startsWith("text/html") ? body.subarray(12_600) : body);
  });
  await new Promise((resolve) => slow.listen(0, "127.0.0.1", resolve));
  t.after(() => slow.close());
  for (const [width, height] of [[360, 740], [1280, 800]]) {
    const context = await browser.newContext({ viewport: { width, height } });
    await watch(context);
    const page = await context.newPage();
    for (const path of ["", "guides/two-by-ten/", "prompts/"]) {
      await page.goto(`http://127.0.0.1:${slow.address().port}/${path}`);
      const { sum, what } = await page.evaluate(() => globalThis.moved);
      assert.ok(sum < 2 * MOVEMENT, `/${path} moves by ${sum.toFixed(4)} at ${width} px: ${what.join(", ")}`);
    }
    await context.close();
  }
});

test("an Arabic page is set in the Arabic face, and others do not ask for it", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(new URL("ar/prompts/weather-today/", site.url).href);
  assert.ok((await faces(page)).some((face) => face.startsWith("Arabic")));
  // The spaces are of the other face.
  assert.deepEqual((await platformFonts(context, page, "h1")).sort(), ["Atkinson Hyperlegible Next", "Vazirmatn"]);
  await page.goto(new URL("guides/two-by-ten/", site.url).href);
  assert.ok((await faces(page)).some((face) => face.startsWith("Text")));
  assert.match((await platformFonts(context, page, "h1")).join(), /^Atkinson Hyperlegible Next/);
  await context.close();
});

test("the faces are there in a folder, too", async (t) => {
  const folder = offline(HUB);
  t.after(folder.close);
  const { page, context } = await open(browser, folder);
  await page.goto(new URL("guides/two-by-ten/index.html", folder.url).href);
  assert.match((await platformFonts(context, page, "h1")).join(), /^Atkinson Hyperlegible Next/);
  await context.close();
});

/** The names of the faces that the text of `selector` is really set in. */
async function platformFonts(context, page, selector) {
  await page.evaluate(() => document.fonts.ready);
  const session = await context.newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  await session.detach();
  return fonts.map(({ familyName }) => familyName);
}
