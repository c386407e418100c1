// What a page weighs: a school's connection is slow, and a phone's costs money.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { read } from "./html.mjs";
import { HUB, oneOfEach, published } from "./site.mjs";

const KB = 1000;
/** The most that may cross the wire, in bytes, compressed as a server does. Fonts are compressed already. */
const SCRIPTS = 12 * KB;
const SEARCH = 10 * KB;
const STYLES = 20 * KB;
/** Where cards lie on paper: fetched by who prints some, and by the page with a deck's sheets. */
const PAPER = 8 * KB;
const PAGE = 60 * KB;
const FONTS = 120 * KB;

test("scripts, styles, fonts and pages keep to their budgets", async (t) => {
  const site = await published(HUB);
  t.after(site.close);
  const bytes = (file) => readFileSync(join(site.folder, file));
  const packed = (file) => gzipSync(bytes(file), { level: 6 }).length;
  const sum = (files, weight) => files.reduce((total, file) => total + weight(file), 0);
  const ending = (end) => site.files.filter((file) => file.startsWith("theme/") && file.endsWith(end));
  const isSearch = (file) => /\/(search|sieve)[^/]*\.js$/.test(file);
  const isPaper = (file) => /\/(stocks|places|cards|sheets)[^/]*\.css$/.test(file);
  const weights = [
    ["all scripts but those of search", sum(ending(".js").filter((file) => !isSearch(file)), packed), SCRIPTS],
    ["the scripts of search", sum(ending(".js").filter(isSearch), packed), SEARCH],
    ["all styles but those of paper", sum(ending(".css").filter((file) => !isPaper(file)), packed), STYLES],
    ["the styles of paper", sum(ending(".css").filter(isPaper), packed), PAPER],
    ["all fonts", sum(ending(".woff2"), (file) => bytes(file).length), FONTS],
    ...oneOfEach(site).map(({ file }) => {
      const used = read(bytes(file).toString()).references.map((reference) => new URL(reference, new URL(file, site.url)).pathname.slice(1));
      const needed = new Set(used.filter((one) => /^theme\/.*\.(css|js)$/.test(one)));
      assert.ok(needed.size > 4, `${file} uses only ${[...needed]}`);
      return [file, packed(file) + sum([...needed], packed), PAGE];
    }),
  ];
  for (const [what, weight, most] of weights) t.diagnostic(`${what}: ${(weight / KB).toFixed(1)} of ${most / KB} kB`);
  assert.deepEqual(weights.filter(([, weight, most]) => weight > most), []);
});
