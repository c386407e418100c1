// Search as a reader has it: opened by key and button, typed, narrowed down, shared, and when something fails.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { launch, open } from "./chromium.mjs";
import { desk, until } from "./desk.mjs";
import { editions, HUB, offline, published } from "./site.mjs";
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

const page_of = (site, path) => site.pages.find((page) => page.file === `${path}index.html`).url;
const field = (page) => page.getByRole("combobox");
const titles = (page) => page.locator(".seek [role=option] .title").allInnerTexts();
const status = (page) => page.locator(".seek [role=status]").innerText();
/** Whether there is an answer, and not the word that one is looked for. */
const isAnswered = async (page) => !["", "Searching …", "Buscando …", "جارٍ البحث …"].includes(await status(page));
/** Types a query, and waits until it is answered. */
async function ask(page, query) {
  await field(page).fill(query);
  await until(`"${query}" is answered`, async () => decodeURIComponent(page.url().replaceAll("+", " ")).includes(`q=${query.slice(0, 40)}`) && (await isAnswered(page)));
}

for (const [edition, make] of Object.entries(editions(HUB))) {
  test(`a mistyped query leads to the page by keyboard alone ${edition}`, async (t) => {
    const site = await make();
    t.after(site.close);
    const { page, context, trouble } = await open(browser, site);
    await page.goto(page_of(site, "guides/two-by-ten/"));
    await page.keyboard.press("/");
    await field(page).waitFor();
    await page.keyboard.type("restoritive conversation");
    await until("it is found", async () => (await titles(page))[0] === "A restorative conversation instead of removal");
    assert.match(await page.locator(".seek .instead").innerText(), /^Showing results for restorative conversation$/);
    await until("its text is shown", async () => (await page.locator(".seek [role=option] mark").count()) > 2);
    await page.keyboard.press("ArrowDown");
    assert.equal(await field(page).getAttribute("aria-activedescendant"), await page.locator(".seek [aria-selected=true]").getAttribute("id"));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/guides\/restorative-conversation\//);
    assert.match(await page.locator("h1").innerText(), /A restorative conversation/);
    assert.deepEqual(trouble, []);
    await context.close();
  });
}

test("a result leads to the heading that has it, and a case of the policy is found as itself", async () => {
  const { page, context, trouble } = await open(browser, site);
  await page.goto(site.url);
  await page.keyboard.press("Control+k");
  await field(page).waitFor();
  await ask(page, "ride in the rain");
  await until("the case is first", async () => (await titles(page))[0] === "The ride in the rain");
  await page.keyboard.press("Enter");
  await page.waitForURL(/policies\/boundaries\/#scenario-ride-in-the-rain$/);
  assert.ok(await page.locator("#scenario-ride-in-the-rain").isVisible());
  await page.keyboard.press("/");
  await ask(page, "words for hard answers");
  assert.match(await page.locator(".seek [role=option]").first().getAttribute("href"), /regular-check-ins\/#words-for-hard-answers$/);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("facets narrow down: any of one kind, all across kinds; and a list can be sent as a link", async () => {
  const { page, context, trouble } = await open(browser, site);
  await page.goto(site.url);
  await page.getByRole("button", { name: "Search" }).click();
  await field(page).waitFor();
  await ask(page, "friend");
  const total = Number(/\d+/.exec(await status(page))[0]);
  const press = async (facet, value) => {
    const group = page.locator(`.sieve details[data-name=${facet}]`);
    if ((await group.getAttribute("open")) === null) await group.locator("summary").click();
    const button = group.locator(`[data-value="${facet} ${value}"]`);
    const count = Number(await button.locator(".count").innerText());
    await button.click();
    await until("it is pressed", async () => (await group.locator(`[data-value="${facet} ${value}"]`).getAttribute("aria-pressed")) === "true");
    return count;
  };
  const found = async () => Number(/\d+/.exec(await status(page))[0]);
  const prompts = await press("kind", "prompt");
  assert.equal(await found(), prompts);
  const guides = await press("kind", "guide");
  assert.equal(await found(), prompts + guides);
  assert.ok(prompts + guides < total);
  const younger = await press("grades", "3");
  assert.equal(await found(), younger);
  const link = page.url();
  assert.match(link, /#~search\?q=friend&kind=prompt\+guide&grades=3$/);
  const shown = await titles(page);
  await page.keyboard.press("Escape");
  await until("the address is as before", () => !page.url().includes("#"));
  const other = await open(browser, site);
  await other.page.goto(link);
  await until("the same is found", async () => JSON.stringify(await titles(other.page)) === JSON.stringify(shown));
  assert.deepEqual([...trouble, ...other.trouble], []);
  await context.close();
  await other.context.close();
});

test("who comes back from a result finds the results again, and a first letter is not answered with nothing", async () => {
  const { page, context, trouble } = await open(browser, site);
  await page.goto(site.url);
  await page.keyboard.press("/");
  await ask(page, "restorative conversation");
  await field(page).press("ArrowDown");
  const before = await titles(page);
  await page.keyboard.press("Enter");
  await page.waitForURL(/restorative-conversation/);
  await page.goBack();
  await until("the results are there", async () => JSON.stringify(await titles(page)) === JSON.stringify(before));
  assert.equal(await field(page).inputValue(), "restorative conversation");
  await field(page).fill("q");
  await until("the list is empty", async () => (await titles(page)).length === 0);
  assert.equal(await status(page), "");
  await field(page).fill("restorative q");
  await until("the list is there", async () => (await titles(page)).length > 0);
  assert.equal(await page.locator(".seek .instead").innerText(), "");
  assert.deepEqual(trouble, []);
  await context.close();
});

test("the focus goes back to where it was, and nothing is kept", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(site.url);
  const button = page.getByRole("button", { name: "Search" });
  await button.focus();
  await page.keyboard.press("Enter");
  await field(page).waitFor();
  await ask(page, "trust");
  await page.keyboard.press("Escape");
  await until("the button has the focus", () => button.evaluate((button) => button === document.activeElement));
  assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]), [[], [], ""]);
  await context.close();
});

test("a file that does not come is told of, and comes when it is asked for again", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(site.url);
  await page.keyboard.press("/");
  await field(page).waitFor();
  await context.route(/search\/en\/words\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.abort();
  });
  await field(page).fill("trust");
  await until("it is waited for", async () => (await status(page)) === "Searching …");
  await until("it is told", async () => (await status(page)) === "Search could not be loaded.");
  await context.unroute(/search\/en\/words\//);
  await page.getByRole("button", { name: "Try again" }).click();
  await until("it is found", async () => (await titles(page)).length > 3);
  await context.close();
});

test("where search itself does not come, its button says so and tries again", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(site.url);
  await context.route(/search-find\.js/, (route) => route.abort());
  const button = page.locator("[data-search]");
  await button.click();
  await until("it is told", async () => (await button.innerText()) === "Search could not be loaded.");
  await context.unroute(/search-find\.js/);
  await button.click();
  await field(page).waitFor();
  assert.equal(await button.innerText(), "Search");
  await context.close();
});

test("files of two versions are not mixed: all are fetched anew", async () => {
  const { page, context, trouble } = await open(browser, site);
  let old = 0;
  await context.route(/search\/en\.js$/, async (route) => {
    const answer = await route.fetch();
    old++;
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/"version":"\w+"/, '"version":"00000000"') });
  });
  await page.goto(site.url);
  await page.keyboard.press("/");
  await ask(page, "trust");
  await until("it is found", async () => (await titles(page)).length > 3);
  assert.equal(old, 1);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("nothing that is typed becomes markup", async () => {
  const { page, context, trouble } = await open(browser, site);
  await page.goto(site.url);
  await page.keyboard.press("/");
  await field(page).waitFor();
  const before = await page.locator("img, b, [onerror]").count();
  for (const query of ["<img src=x onerror=alert(1)>", "<b>trust</b>", "\u202etrust", "🎒🎒", "of the", "x".repeat(10_000), "javascript:alert(1)"]) {
    await field(page).fill(query);
    await until("it is answered", () => isAnswered(page));
  }
  assert.equal(await page.locator("img, b, [onerror]").count(), before);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("search speaks the language of the page", async () => {
  const { page, context, trouble } = await open(browser, site);
  await page.goto(new URL("ar/", site.url).href);
  await page.getByRole("button", { name: "بحث" }).click();
  await field(page).waitFor();
  await ask(page, "الطقس");
  await until("it is found", async () => (await titles(page))[0] === "كيف حال الطقس في داخلك اليوم؟");
  assert.match(await status(page), /^النتائج: [٠-٩]+$/);
  await page.goto(new URL("es/", site.url).href);
  await page.keyboard.press("/");
  await ask(page, "saludos en las purtas");
  await until("it is found", async () => (await titles(page))[0] === "El saludo en la puerta");
  assert.deepEqual(trouble, []);
  await context.close();
});

for (const [width, colorScheme, path] of [[1280, "light", ""], [360, "dark", ""], [320, "light", "ar/"]]) {
  test(`the open dialog is accessible and fits ${width} px, ${colorScheme}, at /${path}`, async () => {
    const { page, context, trouble } = await open(browser, site, { viewport: { width, height: 700 }, colorScheme });
    await page.goto(new URL(`${path}#~search?q=${path ? "اليوم" : "trust"}`, site.url).href);
    await until("it is found", async () => (await titles(page)).length > 1);
    for (const group of await page.locator(".sieve summary").all()) await group.click();
    await page.keyboard.press("ArrowDown");
    assert.deepEqual([...(await violations(page)), ...(await tooWide(page))], []);
    await page.evaluate(() => document.querySelector(".seek .rest").scrollTo(0, 1e6));
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(trouble, []);
    await context.close();
  });
}

test("what is served finds what was just written, and never a draft", async (t) => {
  const text = (title, more = "") => `---\ntitle: ${title}\n${more}---\n\nSomething about marmalade.\n`;
  const site = await desk({ files: { "content/one.md": text("One"), "content/two.md": text("Two", "draft: true\n"), "content/three.md": text("Three", "search: false\n") }, options: ["-D"] });
  t.after(site.close);
  const { page, context } = await open(browser, site);
  await page.goto(site.url);
  await page.keyboard.press("/");
  await ask(page, "marmalade");
  await until("one is found", async () => (await titles(page)).join() === "One");
  await context.close();
});

test("in a folder nothing is asked for elsewhere", async (t) => {
  const folder = offline(HUB);
  t.after(folder.close);
  const { page, context, trouble } = await open(browser, folder);
  await page.goto(`${page_of(folder, "")}#~search?kind=story`);
  await until("all stories are there", async () => /^Results: 1\d$/.test(await status(page)));
  await page.keyboard.press("Enter");
  await page.waitForURL(/stories\/.*index\.html/);
  assert.deepEqual(trouble, []);
  await context.close();
});
