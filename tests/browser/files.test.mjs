// Whatever is published can be reached from the home page, or is known to be asked for otherwise.

import assert from "node:assert/strict";
import { test } from "node:test";
import { crawl } from "./crawl.mjs";
import { editions, SINK, SITES } from "./site.mjs";

/** Files that no link leads to, each with the one who asks for it. */
const EXPECTED = {
  ".homeroom.json": "the next build",
  ".nojekyll": "GitHub Pages",
  "404.html": "the server",
  CNAME: "GitHub Pages",
  "robots.txt": "search engines",
  "sitemap.xml": "search engines",
  "theme/fonts/LICENSE.txt": "the fonts' licence",
};

/** What search.js and cards.js ask for by themselves, see search.test.mjs and chosen.test.mjs. */
const SEARCH = /^search\/|^theme\/(search|sieve|cards|places|stocks)[-.]/;
/** Files of the theme that only some pages need; the kitchen sink has those pages. */
const SOMETIMES = ["theme/alias.js", "theme/code.css", "theme/parts.css"];

for (const [name, root] of Object.entries(SITES)) {
  for (const [edition, make] of Object.entries(editions(root))) {
    test(`every file of the ${name} is reached by links or expected ${edition}`, async (t) => {
      const site = await make();
      t.after(site.close);
      const home = site.pages.find(({ file }) => file === "index.html");
      const { files } = await crawl(site, [home, ...site.stubs].map(({ url }) => url));
      const known = (file) => files.has(file) || file in EXPECTED || SEARCH.test(file) || (root !== SINK && SOMETIMES.includes(file));
      assert.deepEqual(site.files.filter((file) => !known(file)), []);
    });
  }
}
