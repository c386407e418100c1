// What keeps pages up to date while one writes is no part of a site that is built.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { desk } from "./desk.mjs";
import { editions, SITES } from "./site.mjs";

for (const [name, root] of Object.entries(SITES)) {
  for (const [edition, make] of Object.entries(editions(root))) {
    test(`no file of the ${name} ${edition} knows of the server's own script`, async (t) => {
      const site = await make();
      t.after(site.close);
      const found = [];
      for (const file of site.files) {
        if ((file + (await readFile(join(site.folder, file), "latin1"))).includes("_homeroom")) found.push(file);
      }
      assert.deepEqual(found, []);
    });
  }
}

test("a page that is served has it", async (t) => {
  const site = await desk();
  t.after(site.close);
  assert.match(await (await fetch(site.url)).text(), /_homeroom/);
});
