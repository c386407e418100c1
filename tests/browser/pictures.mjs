// Takes pictures of one page of each kind, for people to look at:
//
//   node tests/browser/pictures.mjs FOLDER [hub | "kitchen sink"]
//
// Each at three widths, light and dark, the whole page; and as a PDF, which is what paper gets.

import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { launch, open } from "./chromium.mjs";
import { oneOfEach, published, SITES } from "./site.mjs";

const WIDTHS = [360, 768, 1440];
const SCHEMES = ["light", "dark"];

const [folder, name = "hub"] = process.argv.slice(2);
if (!folder || !(name in SITES)) {
  console.error(`usage: node tests/browser/pictures.mjs FOLDER [${Object.keys(SITES).join(" | ")}]`);
  process.exit(2);
}

const browser = await launch();
const site = await published(SITES[name]);
try {
  await mkdir(resolve(folder), { recursive: true });
  for (const colorScheme of SCHEMES) {
    const { page, context } = await open(browser, site, { colorScheme });
    for (const one of oneOfEach(site)) {
      await page.goto(one.url);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: join(folder, `${one.kind}-${one.lang}-${width}-${colorScheme}.png`), fullPage: true });
      }
      if (colorScheme === "light") await page.pdf({ path: join(folder, `${one.kind}-${one.lang}.pdf`), preferCSSPageSize: true });
    }
    await context.close();
  }
} finally {
  await browser.close();
  await site.close();
}
