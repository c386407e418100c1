// What is held back appears nowhere in what is published, be it by its words or its name.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { editions, SINK } from "./site.mjs";

for (const [edition, make] of Object.entries(editions(SINK))) {
  test(`drafts, retired entries and those to come leave no trace ${edition}`, async (t) => {
    const site = await make();
    t.after(site.close);
    const found = [];
    for (const file of site.files) {
      // Each of them, and only they, speak of zebras.
      const text = await readFile(join(site.folder, file), "latin1");
      if (/zebra/i.test(file + text)) found.push(file);
    }
    assert.deepEqual(found, []);
  });
}
