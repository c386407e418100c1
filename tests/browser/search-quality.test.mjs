// What people type finds what they mean: over the hub, in three languages, misspelt and in other forms.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { engine, found } from "./engine.mjs";
import { built, HUB } from "./site.mjs";

const read = (name) => JSON.parse(readFileSync(join(HUB, "tests/data", name), "utf8"));
const QUERIES = read("search-queries.json");
const WORDS = read("search-words.json");

let site;
before(() => (site = built(HUB, "https://hub.example/")));
after(() => site.close());

test("the wanted page is first for most queries, and among the first three for nearly all", async (t) => {
  const counts = {};
  for (const [, what] of QUERIES) counts[what] = (counts[what] ?? 0) + 1;
  assert.ok(QUERIES.length >= 80 && counts.misspelt * 3 >= QUERIES.length && counts.inflection * 4 >= QUERIES.length - 3, JSON.stringify(counts));
  const engines = {};
  const missed = [];
  let first = 0;
  let three = 0;
  for (const [lang, what, query, wanted] of QUERIES) {
    engines[lang] ??= await engine(site.folder, lang);
    const got = await found(engines[lang], query, 3);
    const at = got.indexOf(wanted);
    if (at === 0) first++;
    if (at >= 0) three++;
    if (at !== 0) missed.push(`${lang} ${what} "${query}": ${wanted} is at ${at}, after ${got[0]}`);
  }
  t.diagnostic(`${first} of ${QUERIES.length} first, ${three} among the first three`);
  assert.ok(first / QUERIES.length >= 0.85 && three / QUERIES.length >= 0.95, missed.join("\n"));
});

test("the script cuts texts into words as the index does", async () => {
  const { written } = await engine(site.folder, "en");
  for (const [text, words] of WORDS) assert.deepEqual([...written(text)].flatMap((one) => [...one.words]), words, text);
});

test("what nobody means is answered, too", async () => {
  const en = await engine(site.folder, "en");
  const queries = ["", " ", "the", "of the and", "🎒", "\u202eabc\u202c", "x".repeat(10_000), "word ".repeat(2_000), "<img src=x onerror=alert(1)>", "%00\u0000", "constructor", "__proto__", "toString", "'\"\\", "人", "ـــ", "a-b-c-d-e-f-g"];
  for (const query of queries) {
    const { results } = await en.ask(query);
    assert.ok(Array.isArray(results) || results.length >= 0, query);
  }
  assert.equal((await en.ask("zxqvwkj")).results.length, 0);
  assert.ok((await en.ask("the")).results.length > 0);
});
