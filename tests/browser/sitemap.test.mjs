// The sitemap is well-formed and lists the pages that exist, no more and no fewer.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { published, SITES } from "./site.mjs";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  for (const base of ["/", "/repo/"]) {
    test(`the sitemap of the ${name} lists exactly its pages at ${base}`, async (t) => {
      const site = await published(root, base);
      t.after(site.close);
      const listed = await addresses(await readFile(join(site.folder, "sitemap.xml"), "utf8"));
      const pages = site.pages.filter(({ file }) => file !== "404.html").map(({ url }) => url);
      assert.deepEqual(listed.sort(), pages.sort());
    });
  }
}

/** The addresses in a sitemap, read by the browser's own parser of XML. */
async function addresses(xml) {
  const page = await browser.newPage();
  const { wrong, namespace, found } = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "application/xml");
    return {
      wrong: document.querySelector("parsererror")?.textContent ?? null,
      namespace: document.documentElement.namespaceURI,
      found: [...document.querySelectorAll("urlset > url > loc")].map((loc) => loc.textContent),
    };
  }, xml);
  await page.close();
  assert.equal(wrong, null);
  assert.equal(namespace, NAMESPACE);
  return found;
}
