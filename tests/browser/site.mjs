// A site as readers get it: built by homeroom into a folder of its own, and served or not.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { read } from "./html.mjs";
import { serve } from "./server.mjs";

/** The repository, which is a site: its hub. */
export const HUB = fileURLToPath(new URL("../..", import.meta.url));
/** A site that holds everything that can be written. */
export const SINK = join(HUB, "tests/sites/kitchen-sink");
/** Both, by their names. */
export const SITES = { hub: HUB, "kitchen sink": SINK };

/** The program. */
export const HOMEROOM = process.env.HOMEROOM ?? join(HUB, "target/debug/homeroom");
/** The day of all tests. */
export const TODAY = "2026-11-30";

/**
 * @typedef {object} Page
 * @property {string} file its path in the output
 * @property {string} url where a reader finds it
 * @property {string} kind what it says of itself
 * @property {string} lang its language
 * @property {number} length of its markup
 */

/** The site at `root`, built for the web and served below `base`. */
export async function published(root, base = "/") {
  const server = await serve(base);
  try {
    const folder = build(root, "--base-url", server.url);
    const site = describe(folder, server.url);
    server.show(folder, site.files);
    return { ...site, close: () => server.close().then(() => remove(folder)) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The edition of the site at `root` that opens from a folder. */
export function offline(root) {
  const folder = build(root, "--offline");
  return { ...describe(folder, pathToFileURL(folder + sep).href), close: () => remove(folder) };
}

/** The site at `root`, built for the web at the address `url`, where nobody serves it. */
export function built(root, url) {
  const folder = build(root, "--base-url", url);
  return { ...describe(folder, url), close: () => remove(folder) };
}

/** The editions that a site is published in, each as a name and a function that makes it. */
export function editions(root) {
  return { "at /": () => published(root), "at /repo/": () => published(root, "/repo/"), "from a folder": () => offline(root) };
}

/** Of each kind of page in each language the longest one, as it has the most that can go wrong. */
export function oneOfEach(site) {
  const longest = {};
  for (const page of site.pages) {
    const what = `${page.kind} ${page.lang}`;
    if (page.length > (longest[what]?.length ?? 0)) longest[what] = page;
  }
  return Object.values(longest);
}

/** Every page, but of the lists in further languages, which are as those in the site's own, one of each kind. */
export function everyPage(site) {
  const main = site.pages.find(({ file }) => file === "index.html").lang;
  const lists = ["section", "listing", "term", "vocabulary"];
  const some = new Set(oneOfEach(site));
  return site.pages.filter((page) => page.lang === main || !lists.includes(page.kind) || some.has(page));
}

/** Builds the site at `root` and gives the folder that it is in. */
export function build(root, ...options) {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  const given = ["build", "--root", root, "-o", folder, "--today", TODAY, "--quiet", ...options];
  try {
    execFileSync(HOMEROOM, given, { stdio: ["ignore", "inherit", "inherit"] });
  } catch (error) {
    remove(folder);
    throw error;
  }
  return folder;
}

function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
}

function describe(folder, url) {
  const files = list(folder).sort();
  const all = files.filter((file) => file.endsWith(".html")).map((file) => {
    const markup = readFileSync(join(folder, file), "utf8");
    const shown = url.startsWith("file:") ? file : file.replace(/(^|\/)index\.html$/, "$1");
    const page = read(markup);
    return { file, url: new URL(encodeURI(shown), url).href, kind: page.kind, lang: page.lang, length: markup.length };
  });
  const [stubs, pages] = [all.filter(({ kind }) => kind === "alias"), all.filter(({ kind }) => kind !== "alias")];
  return { folder, url, files, /** @type {Page[]} */ pages, /** @type {Page[]} */ stubs };
}

function list(folder, below = "") {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? list(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`],
  );
}
