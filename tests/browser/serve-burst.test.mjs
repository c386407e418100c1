// A browser asks for a page and all that belongs to it at once, and waits for no part of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { desk } from "./desk.mjs";

test("many requests at once are all answered, also while the first build is made", async (t) => {
  // Which of them are left waiting is a matter of chance, so there are several tries; a connection that
  // is left to nobody is given up after five seconds, so those are too long.
  for (let round = 0; round < 5; round += 1) {
    const site = await desk();
    t.after(site.close);
    const asked = Array.from({ length: 24 }, (_, at) => fetch(site.url + ["", "one/", "two/"][at % 3], { signal: AbortSignal.timeout(4_500) }));
    const answers = await Promise.all(asked);
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    for (const answer of answers) assert.match(await answer.text(), /<h1>/);
  }
});
