// The system's Chromium, and a tab in it that writes down everything that is amiss.

import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Whatever a page asks for elsewhere is not even looked up.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/** How many tabs go through a site together: while one waits, another is busy. */
const TABS = 3;

/** A browser without a window. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? executable(), args: FLAGS });
}

/**
 * A browser without a window whose tabs hide one another, as a reader's do: one that Playwright starts
 * tells every page that it is looked at. Its tabs are opened with `context.newPage`.
 */
export async function launchWithTabs() {
  const { address, close } = await start();
  try {
    const browser = await chromium.connectOverCDP(address, { noDefaults: true });
    const context = browser.contexts()[0];
    context.setDefaultTimeout(30_000);
    return { context, close: () => browser.close().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A browser that nothing but a measuring program speaks to, at `port` of loopback. */
export async function launchForMeasuring() {
  const { address, close } = await start();
  return { port: Number(new URL(address).port), close };
}

/** Starts a browser of its own, and gives the address at which it takes orders. */
async function start() {
  const folder = mkdtempSync(join(tmpdir(), "browser-"));
  const own = ["--headless", "--remote-debugging-port=0", "--no-first-run", `--user-data-dir=${folder}`];
  const child = spawn(process.env.CHROMIUM ?? executable(), [...FLAGS, ...own, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => child.on("close", resolve));
  const address = new Promise((resolve, reject) => {
    let said = "";
    child.on("error", reject);
    child.on("close", () => reject(new Error(`the browser ended: ${said}`)));
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
  });
  const close = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    return { address: await address, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * A tab for `site`. Its `trouble` is a list of all that a reader's browser would complain of:
 * messages, errors, failed requests, requests that leave the site, breaches of the page's policy.
 * @param {import("playwright-core").BrowserContextOptions} options
 */
export async function open(browser, site, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(30_000);
  const trouble = [];
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`its policy forbids ${event.blockedURI} by ${event.effectiveDirective}`);
    });
  });
  const page = await context.newPage();
  // The browser finds nobody elsewhere (see `FLAGS`), so it is enough to watch: to stand between every
  // request and its answer would cost more than all else of a visit.
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site.url) && !url.startsWith("data:")) trouble.push(`it asks for ${url}`);
  });
  page.on("console", (message) => trouble.push(`it says ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => trouble.push(`its script fails: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // A page that is left while its icon is on the way aborts that by itself.
    if (why !== "net::ERR_ABORTED") trouble.push(`it cannot get ${request.url()}: ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) trouble.push(`it gets ${response.status()} for ${response.url()}`);
  });
  return { page, context, trouble };
}

/**
 * Visits `pages` in a few tabs at once, each page once: `visit` gets the tab and the page, and what it
 * gives in words is added to what the browser complained of. Gives all that by the page's file.
 * @param {import("./site.mjs").Page[]} pages
 * @param {(page: import("playwright-core").Page, one: import("./site.mjs").Page) => Promise<string[]> | string[]} visit
 */
export async function tour(browser, site, pages, options = {}, visit = () => []) {
  const queue = [...pages];
  const found = [];
  const walk = async () => {
    const { page, context, trouble } = await open(browser, site, options);
    for (let one = queue.shift(); one; one = queue.shift()) {
      await page.goto(one.url);
      const wrong = await visit(page, one);
      found.push(...[...trouble.splice(0), ...wrong].map((what) => `${one.file}: ${what}`));
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: TABS }, walk));
  return found.sort();
}

function executable() {
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // It is not in this folder.
      }
    }
  }
  throw new Error(`none of ${NAMES.join(", ")} is installed`);
}
