// The desk of somebody who writes: a site in a folder of its own, and `homeroom serve` showing it.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { open } from "./chromium.mjs";
import { HOMEROOM, TODAY } from "./site.mjs";

/** What opens the list in a title and does not close it; were it taken for HTML, a script would run. */
export const BROKEN = '---\ntitle: [<img src=x onerror=alert(1)>\nsummary: "A page of the desk."\n---\n\nOther words.\n';

/** How long anything may take before it counts as never, in milliseconds: a busy machine is slow. */
const PATIENCE = 30_000;

const BEGINNING = {
  "site.yaml": 'title: "The desk"\nlanguage: en\n',
  "content/_index.md": page("Home", "Welcome to the desk."),
  "content/one.md": page("One", "The first words."),
  "content/two.md": page("Two", "The second words."),
};

/** A text with a title, as one is written. */
export function page(title, body, more = "") {
  return `---\ntitle: "${title}"\nsummary: "A page of the desk."\n${more}---\n\n${body}\n`;
}

/**
 * A site that is served: its own few pages, and `files` by their paths.
 * @param {{ files?: Record<string, string>, options?: string[] }} [with]
 */
export async function desk({ files = {}, options = [] } = {}) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "desk-"));
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries({ ...BEGINNING, ...files })) write(path, text);
  let server;
  const close = async () => {
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  };
  const start = async (port) => {
    server = await served(folder, ["--port", String(port), ...options]);
  };
  try {
    await start(0);
  } catch (error) {
    await close();
    throw error;
  }
  const { url } = server;
  return {
    folder,
    /** The address of the home page. */
    url,
    /** The address of the server, which has pages of its own besides those of the site. */
    origin: new URL("/", url).href,
    write,
    rename: (from, to) => renameSync(join(folder, from), join(folder, to)),
    remove: (path) => rmSync(join(folder, path)),
    /** Ends the server, does `meanwhile`, and starts one at the same port. */
    async restart(meanwhile = () => {}) {
      await server.end();
      await meanwhile();
      await start(new URL(url).port);
      if (server.url !== url) throw new Error(`it came back at ${server.url} instead of ${url}`);
    },
    close,
  };
}

/**
 * A tab at `path` of a site that is served, once it has been told what there is. Besides what `open`
 * gives: `told` gives how often this very version of the page was told something, `mark` puts a mark on
 * it and `isMarked` tells whether it is still the same, `says` waits until the page has a text.
 */
export async function tab(browser, site, path = "", options = {}) {
  const opened = await open(browser, { url: site.origin }, options);
  const { page, context } = opened;
  await context.addInitScript(() => {
    globalThis.told = 0;
    addEventListener("homeroom:news", () => (globalThis.told += 1));
  });
  const told = () => page.evaluate(() => globalThis.told);
  const goto = async (path) => {
    await page.goto(new URL(path, site.url).href);
    await until("what the page is told", told);
  };
  await goto(path);
  return {
    ...opened,
    goto,
    told,
    mark: () => page.evaluate(() => void (globalThis.mark = true)),
    isMarked: () => page.evaluate(() => globalThis.mark === true),
    says: (text) => until(`the page says "${text}"`, async () => (await page.innerText("main")).includes(text)),
  };
}

/**
 * Waits until `look` gives something true, and gives that. A page that is being loaded anew cannot be
 * looked at, so an error is another reason to wait.
 */
export async function until(what, look) {
  let last;
  for (const end = Date.now() + PATIENCE; Date.now() < end; await setTimeout(50)) {
    try {
      const seen = await look();
      if (seen) return seen;
      last = undefined;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`${what}: that did not come`, { cause: last });
}

/** Runs `homeroom serve` and gives where it is, once it says so, and how to end it. */
async function served(folder, options) {
  const given = ["serve", "--root", folder, "--today", TODAY, ...options];
  const child = spawn(HOMEROOM, given, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  let over = false;
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve((said += error.message)));
    child.on("close", resolve);
  }).then(() => (over = true));
  const end = () => {
    child.kill();
    return ended;
  };
  try {
    const url = await until("the address of the server", () => over || /^.* is at (http:\S+)$/m.exec(said)?.[1]);
    if (over) throw new Error(`homeroom serve ended: ${said}`);
    return { url, end };
  } catch (error) {
    await end();
    throw error;
  }
}
