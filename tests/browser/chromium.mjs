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

/** A browser without a window. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? executable(), args: FLAGS });
}

/**
 * A browser without a window whose tabs hide one another, as a reader's do: one that Playwright starts
 * tells every page that it is looked at. Its tabs are opened with `context.newPage`.
 */
export async function launchWithTabs() {
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
    const browser = await chromium.connectOverCDP(await address, { noDefaults: true });
    const context = browser.contexts()[0];
    context.setDefaultTimeout(30_000);
    return { context, close: () => browser.close().then(close) };
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
  await context.route(
    (url) => !url.href.startsWith(site.url),
    (route) => {
      trouble.push(`it asks for ${route.request().url()}`);
      return route.abort();
    },
  );
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`its policy forbids ${event.blockedURI} by ${event.effectiveDirective}`);
    });
  });
  const page = await context.newPage();
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
