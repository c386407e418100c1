// What Lighthouse says of the hub's pages on a phone, beside the targets:
//
//   npm ci --ignore-scripts --prefix tests/bench
//   node tests/bench/lighthouse.mjs [--rounds 3] [--details]
//
// The built hub is served from loopback, compressed as GitHub Pages does; the browser is the system's.
// A round's number for speed is chance, so the median of the rounds counts. It ends well whatever the
// scores are; a target that is missed is printed as missed.

import { parseArgs } from "node:util";
import lighthouse from "lighthouse";
import { launchForMeasuring } from "../browser/chromium.mjs";
import { HUB, published } from "../browser/site.mjs";

const PAGES = {
  home: "",
  guide: "guides/two-by-ten/",
  library: "prompts/",
  policy: "policies/boundaries/",
  chapter: "playbook/shift-discipline/",
};
/** The least that a score may be. */
const TARGETS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };

const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" }, details: { type: "boolean", default: false } } });
const rounds = Number(values.rounds);

const site = await published(HUB);
const { port, close } = await launchForMeasuring();
try {
  console.log(`| page | ${Object.entries(TARGETS).map(([name, least]) => `${name} (${least})`).join(" | ")} | first paint s | largest paint s | blocked ms | moved |`);
  console.log(`| --- ${"| --- ".repeat(Object.keys(TARGETS).length + 4)}|`);
  const missed = [];
  for (const [name, path] of Object.entries(PAGES)) {
    const results = [];
    for (let round = 0; round < rounds; round += 1) results.push(await measure(new URL(path, site.url).href));
    const score = (id) => median(results.map(({ categories }) => Math.round(categories[id].score * 100)));
    const audit = (id) => median(results.map(({ audits }) => audits[id].numericValue));
    const scores = Object.entries(TARGETS).map(([id, least]) => (score(id) < least ? `**${score(id)}, missed**` : score(id)));
    const times = [audit("first-contentful-paint") / 1000, audit("largest-contentful-paint") / 1000].map((time) => time.toFixed(1));
    console.log(`| ${name} | ${scores.join(" | ")} | ${times.join(" | ")} | ${Math.round(audit("total-blocking-time"))} | ${audit("cumulative-layout-shift").toFixed(3)} |`);
    missed.push(...reasons(results[0]).map((reason) => `${name}: ${reason}`));
  }
  if (values.details) console.log(`\n${missed.join("\n")}`);
} finally {
  await close();
  await site.close();
}

async function measure(url) {
  const { lhr } = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: Object.keys(TARGETS) });
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  return lhr;
}

/** The audits that cost points, in words. */
function reasons({ categories, audits }) {
  return Object.keys(TARGETS).flatMap((id) =>
    categories[id].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map((one) => `${id}: ${audits[one.id].title} (${audits[one.id].displayValue ?? audits[one.id].score})`),
  );
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
