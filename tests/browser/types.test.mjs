// The theme's scripts are sound by their types, as strictly as TypeScript can ask; so is what they may use.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { HUB } from "./site.mjs";

const FOLDER = join(HUB, "themes/default/static");
const SCRIPTS = readdirSync(FOLDER).filter((name) => name.endsWith(".js"));
const COMPILER = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
const OPTIONS = "--noEmit --allowJs --checkJs --strict --noImplicitReturns --noUnusedLocals --noUnusedParameters --target es2022 --lib es2022,dom,dom.iterable --moduleDetection legacy";

test("the theme's scripts keep to their types", () => {
  assert.ok(SCRIPTS.length > 4);
  // All at once, as a page has them: they share one scope, and none may take another's names.
  const { stdout, status } = spawnSync(process.execPath, [COMPILER, ...OPTIONS.split(" "), ...SCRIPTS], { encoding: "utf8", cwd: FOLDER });
  assert.equal(stdout, "");
  assert.equal(status, 0);
});

test("no script of the theme writes markup, runs a text, or asks for anything", () => {
  const forbidden = /\.(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|write|writeln)\b|\beval\b|new Function|setTimeout\("|\bfetch\(|XMLHttpRequest|sendBeacon|document\.cookie|\bimport\(/;
  for (const script of SCRIPTS) assert.doesNotMatch(readFileSync(join(FOLDER, script), "utf8"), forbidden, script);
});
