// Search beside pagefind, on the same pages in one run: what a first query loads, how long the index takes, and what is
// found.
//
//   npm ci --ignore-scripts --prefix tests && npm ci --ignore-scripts --prefix tests/bench
//   cargo build --release && node tests/bench/search.mjs [--pages 1000,10000]
//
// A first query is counted as all bytes, packed as a server packs them, until ten results have titles and the counts of
// facets are there, for a correctly spelt word of middling frequency. It ends well whatever comes out; a target that is
// missed is printed as missed.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { launch } from "../browser/chromium.mjs";
import { engine, found } from "../browser/engine.mjs";
import { serve } from "../browser/server.mjs";
import { HUB, TODAY } from "../browser/site.mjs";

const { values } = parseArgs({ options: { pages: { type: "string", default: "1000,10000" } } });
const HOMEROOM = process.env.HOMEROOM ?? join(HUB, "target/release/homeroom");
const PAGEFIND = join(HUB, "tests/bench/node_modules/pagefind/lib/runner/bin.cjs");
/** The most bytes of a first query by the number of pages, and of how many seconds an index may be of those without. */
const TARGETS = { 1000: 20_000, 10000: 60_000 };
const SHARE = 0.8;

const place = mkdtempSync(join(tmpdir(), "search-bench-"));
/** Runs a program; gives seconds, and MiB of memory. */
function timed(command, ...args) {
  const log = join(place, "time");
  const start = performance.now();
  const { status, stderr } = spawnSync("/usr/bin/time", ["-f", "%M", "-o", log, command, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  return { seconds: (performance.now() - start) / 1000, memory: Number(readFileSync(log, "utf8").trim().split("\n").pop()) / 1024 };
}
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rounds = (times, run) => {
  const all = Array.from({ length: times }, run);
  return { seconds: median(all.map(({ seconds }) => seconds)), memory: Math.max(...all.map(({ memory }) => memory)) };
};
const list = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
/** What a file weighs on its way; pagefind packs its own. */
const weight = (folder, path) => {
  const bytes = readFileSync(join(folder, decodeURIComponent(path)));
  return Math.min(bytes.length, gzipSync(bytes, { level: 6 }).length);
};

/** Opens a page of `folder` in a browser, and gives the paths that are asked for while `use` goes on. */
async function asked(browser, folder, page, use) {
  const server = await serve("/");
  server.show(folder, list(folder));
  const context = await browser.newContext();
  const tab = await context.newPage();
  const paths = [];
  tab.on("request", (request) => paths.push(new URL(request.url()).pathname.slice(1)));
  await tab.goto(server.url + page);
  const given = await use(tab, paths);
  await context.close();
  await server.close();
  return { paths, given };
}

/** A word of five letters or more that stands in as many parts as half of those do that stand in more than two. */
async function middling(folder) {
  const { index } = await engine(folder, "en");
  const words = (await index.file("spelling"))[0].split(" ");
  let before = "";
  const all = words.map((packed) => {
    const code = packed.charCodeAt(0) - 35;
    return (before = before.slice(0, code > 57 ? code - 1 : code) + packed.slice(1));
  });
  const counted = [];
  for (const word of all.filter((word) => /^[a-z]{5,}$/.test(word))) counted.push({ word, count: (await index.places(word)).length });
  const some = counted.filter(({ count }) => count > 2).sort((a, b) => a.count - b.count || (a.word < b.word ? -1 : 1));
  return some[Math.floor(some.length / 2)].word;
}

async function ours(browser, folder, word) {
  const type = async (tab) => {
    const session = await tab.context().newCDPSession(tab);
    await tab.keyboard.press("/");
    await tab.locator("#\\~seek-field").fill(word);
    await tab.locator(".seek [role=option]").nth(9).waitFor();
    await tab.waitForLoadState("networkidle");
    // A phone: a processor four times as slow, and all files there.
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    return tab.evaluate(async (word) => {
      const field = document.getElementById("~seek-field");
      const list = document.getElementById("~seek-list");
      const times = [];
      for (let round = 0; round < 9; round++) {
        field.value = word.slice(0, word.length - (round % 2));
        const start = performance.now();
        const changed = new Promise((resolve) => new MutationObserver((_, observer) => { observer.disconnect(); resolve(); }).observe(list, { childList: true }));
        field.dispatchEvent(new Event("input"));
        await changed;
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[4];
    }, word);
  };
  const page = list(folder).find((path) => /^[^/]+\/[^/]+\/index\.html$/.test(path)).replace("index.html", "");
  const { paths, given } = await asked(browser, folder, page, type);
  const own = [...new Set(paths.filter((path) => /^search\/|^theme\/(search|sieve)/.test(path)))];
  const sum = (some) => some.reduce((total, path) => total + weight(folder, path), 0);
  const [texts, rest] = [own.filter((path) => path.includes("/texts/")), own.filter((path) => !path.includes("/texts/"))];
  return { first: sum(rest), text: Math.max(...texts.map((path) => weight(folder, path))), files: rest.length, keystroke: given };
}

async function theirs(browser, folder, word) {
  writeFileSync(join(folder, "bench.html"), "<!doctype html><title>x</title>");
  const ask = (tab) =>
    tab.evaluate(async (word) => {
      const pagefind = await import("/pagefind/pagefind.js");
      await pagefind.init();
      const { results } = await pagefind.search(word);
      await pagefind.filters();
      return (await Promise.all(results.slice(0, 10).map((one) => one.data()))).length;
    }, word);
  const { paths } = await asked(browser, folder, "bench.html", ask);
  return { first: [...new Set(paths.filter((path) => path.startsWith("pagefind/")))].reduce((total, path) => total + weight(folder, path), 0) };
}

async function quality(browser) {
  const queries = JSON.parse(readFileSync(join(HUB, "tests/data/search-queries.json"), "utf8"));
  const folder = join(place, "hub");
  timed(HOMEROOM, "build", "-q", "--root", HUB, "-o", folder, "--today", TODAY, "--base-url", "https://hub.example/");
  timed(process.execPath, PAGEFIND, "--site", folder);
  const count = { ours: [0, 0], theirs: [0, 0] };
  const note = (who, at) => {
    if (at === 0) count[who][0]++;
    if (at >= 0 && at < 3) count[who][1]++;
  };
  const engines = {};
  for (const [lang, , query, wanted] of queries) {
    engines[lang] ??= await engine(folder, lang);
    note("ours", (await found(engines[lang], query, 3)).indexOf(wanted));
  }
  for (const language of new Set(queries.map(([lang]) => lang))) {
    writeFileSync(join(folder, "bench.html"), `<!doctype html><html lang="${language}"><title>x</title>`);
    const own = queries.filter(([lang]) => lang === language);
    const ask = (tab) =>
      tab.evaluate(async (own) => {
        const pagefind = await import("/pagefind/pagefind.js");
        const answers = [];
        for (const [, , query] of own) {
          const { results } = await pagefind.search(query);
          answers.push((await Promise.all(results.slice(0, 3).map((one) => one.data()))).map(({ url }) => url.replace(/^\//, "")));
        }
        return answers;
      }, own);
    const { given } = await asked(browser, folder, "bench.html", ask);
    // It knows pages only: the page of a case counts as the case.
    given.forEach((urls, at) => note("theirs", urls.indexOf(own[at][3].split("#")[0])));
  }
  const percent = ([first, three]) => `${Math.round((100 * first) / queries.length)} % first, ${Math.round((100 * three) / queries.length)} % among the first three`;
  console.log(`\n${queries.length} queries over the hub: homeroom ${percent(count.ours)}; pagefind ${percent(count.theirs)}`);
}

const browser = await launch();
try {
  console.log("| pages | | first query, kB | excerpt, kB | keystroke, ms | index, s | whole build, s | × without | MiB |");
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const pages of values.pages.split(",").map(Number)) {
    const corpus = join(place, `${pages}`);
    const { status } = spawnSync("python3", [join(HUB, "tests/bench/corpus.py"), corpus, "--pages", `${pages}`, "--edition", "prose"]);
    if (status !== 0) throw new Error("there is no corpus");
    const root = join(corpus, "homeroom");
    const site = readFileSync(join(root, "site.yaml"), "utf8");
    const folder = join(place, "site");
    const build = () => {
      rmSync(folder, { recursive: true, force: true });
      return timed(HOMEROOM, "build", "-q", "--root", root, "-o", folder, "--today", TODAY);
    };
    writeFileSync(join(root, "site.yaml"), `${site}\nsearch: false\n`);
    const without = rounds(3, build);
    writeFileSync(join(root, "site.yaml"), site);
    const whole = rounds(3, build);
    const word = await middling(folder);
    const own = await ours(browser, folder, word);
    const kb = (bytes) => (bytes / 1000).toFixed(1);
    const missed = (value, most, said) => (value > most ? `**${said}, missed**` : said);
    const added = whole.seconds - without.seconds;
    const share = added / without.seconds;
    console.log(`| ${pages} | homeroom, “${word}” | ${missed(own.first, TARGETS[pages] ?? Infinity, kb(own.first))} in ${own.files} files | ${missed(own.text, 3000, kb(own.text))} | ${missed(own.keystroke, 30, own.keystroke.toFixed(0))} | ${added.toFixed(2)} | ${whole.seconds.toFixed(2)} | ${missed(share, SHARE, `+ ${share.toFixed(2)}`)} | ${missed(whole.memory, 500, whole.memory.toFixed(0))} |`);
    const index = timed(process.execPath, PAGEFIND, "--site", folder);
    const other = await theirs(browser, folder, word);
    console.log(`| ${pages} | pagefind | ${kb(other.first)} | | | ${index.seconds.toFixed(2)} | | | ${index.memory.toFixed(0)} |`);
  }
  await quality(browser);
} finally {
  await browser.close();
  rmSync(place, { recursive: true, force: true });
}
