// Every page is valid HTML by the Nu checker, the one that stands behind validator.w3.org.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { relative } from "node:path";
import { test } from "node:test";
import { editions, SITES } from "./site.mjs";

const CHECKER = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** Warnings that are meant to be, each with the reason. */
const ALLOWED = [
  {
    says: /^Resource violates Content Security Policy \(meta tag\): (external )?\w+ “(\.\.?\/|\/(repo\/)?theme\/)/,
    reason: "read from a folder, no file is of the page's own origin for the checker; quiet.test.mjs asks a browser",
  },
  {
    says: /^Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive/,
    about: /^<script type="application\/ld\+json">/,
    reason: "JSON-LD is data: a browser never runs it, and asks the policy only about what it would run; quiet.test.mjs",
  },
];

test("every page of every edition is valid HTML", async (t) => {
  const sites = [];
  for (const root of Object.values(SITES)) {
    for (const make of Object.values(editions(root))) {
      const site = await make();
      t.after(site.close);
      sites.push(site);
    }
  }
  const folders = sites.map(({ folder }) => folder);
  const given = ["-jar", CHECKER, "--format", "json", "--exit-zero-always", "--skip-non-html", ...folders];
  const { stderr, error } = spawnSync("java", given, { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.ifError(error);
  const { messages } = JSON.parse(stderr);
  const meant = (one) => ALLOWED.some(({ says, about }) => says.test(one.message) && (!about || about.test(marked(one))));
  const found = messages.filter((message) => !meant(message)).map((message) => short(folders, message));
  assert.deepEqual([...new Set(found)].sort(), []);
});

/** The markup that a message is about. */
function marked({ extract, hiliteStart, hiliteLength }) {
  return (extract ?? "").slice(hiliteStart, hiliteStart + hiliteLength);
}

function short(folders, { url, type, subType, message, lastLine, extract }) {
  const path = decodeURIComponent(new URL(url).pathname);
  const folder = folders.find((one) => path.startsWith(one));
  return `${relative(folder, path)}:${lastLine}: ${subType ?? type}: ${message} — ${extract?.trim()}`;
}
