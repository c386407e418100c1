// Every link, anchor, stylesheet, script and image inside the site is there, in each edition.

import assert from "node:assert/strict";
import { test } from "node:test";
import { crawl } from "./crawl.mjs";
import { editions, SITES } from "./site.mjs";

for (const [name, root] of Object.entries(SITES)) {
  for (const [edition, make] of Object.entries(editions(root))) {
    test(`every link inside the ${name} leads somewhere ${edition}`, async (t) => {
      const site = await make();
      t.after(site.close);
      const { wrong, files } = await crawl(site, [...site.pages, ...site.stubs].map(({ url }) => url));
      assert.deepEqual(wrong, []);
      assert.ok(files.size > 50, `only ${files.size} files were looked at`);
    });
  }
}
