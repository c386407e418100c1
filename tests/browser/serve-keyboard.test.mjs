// The card with what is wrong needs no mouse: it comes first, Escape puts it away, Enter brings it back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { BROKEN, desk, tab, until } from "./desk.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("the card is reached, read, put away and brought back by keyboard", async (t) => {
  const site = await desk({ files: { "content/two.md": BROKEN } });
  t.after(site.close);
  const { page, context, trouble } = await tab(browser, site, "two/");
  const card = page.locator(".panel");
  await card.waitFor();
  const isInCard = () => until("the focus is in the card", () => page.evaluate(() => Boolean(document.querySelector("homeroom-findings")?.shadowRoot.activeElement?.closest(".panel"))));
  await isInCard();
  const stops = [];
  for (let stop = 0; stop < 4; stop += 1) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(focused));
  }
  assert.deepEqual(stops.map(([, text]) => text.split("\n")[0]), ["Hide", "content/two.md:3", "Open in editor", "1---"]);
  assert.deepEqual(stops.filter(([seen]) => !seen), [], "a stop that cannot be seen");

  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  const back = page.getByRole("button", { name: "1 error on this page" });
  await until("the way back has the focus", async () => (await page.evaluate(focused))[1] === "1 error on this page");
  await page.keyboard.press("Enter");
  await card.waitFor();
  await isInCard();

  // Escape is enough from anywhere on the page.
  await page.locator("a.skip").focus();
  await page.keyboard.press("Escape");
  await back.waitFor();
  await page.reload();
  await back.waitFor();
  assert.equal(await card.count(), 0, "what was put away is back with the same words");
  await context.close();
  assert.deepEqual(trouble, []);
});

/** Whether the focus can be seen, and the text of what has it. */
function focused() {
  let at = document.activeElement;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  return [outlineStyle !== "none" && parseFloat(outlineWidth) >= 2, at.innerText];
}
