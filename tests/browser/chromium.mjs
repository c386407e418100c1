// The system's Chromium, and a tab in it that writes down everything that is amiss.

import { accessSync, constants } from "node:fs";
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
