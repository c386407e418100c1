// A walk over a site by its links, as a reader or a search engine would take it.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addresses, read } from "./html.mjs";

/**
 * Follows every link from the pages in `seeds`.
 * Gives the files that it came to, and in words what led nowhere.
 */
export async function crawl(site, seeds) {
  const reached = new Map();
  const wrong = new Set();
  const queue = [];
  const arrive = (url, from) => {
    if (!reached.has(url)) {
      reached.set(url, null);
      queue.push({ url, from });
    }
  };
  const anchors = [];
  for (const seed of seeds) arrive(seed, "the seeds");
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { url, from } = next;
    const found = await get(site, url);
    if (found.error) {
      wrong.add(`${from} → ${short(site, url)}: ${found.error}`);
      continue;
    }
    reached.set(url, found);
    for (const reference of found.references) {
      const target = resolve(reference, found.file, url, wrong);
      if (!target || !isOurs(site, target, found.file, wrong)) continue;
      const [place, anchor] = [target.href.split("#")[0], target.hash.slice(1)];
      arrive(place, found.file);
      if (anchor) anchors.push({ place, anchor: decodeURIComponent(anchor), from: found.file });
    }
  }
  for (const { place, anchor, from } of anchors) {
    const found = reached.get(place);
    if (found && !found.ids?.has(anchor)) wrong.add(`${from} → ${short(site, place)}: there is no "${anchor}"`);
  }
  return { files: new Set([...reached.values()].filter(Boolean).map(({ file }) => file)), wrong: [...wrong].sort() };
}

function resolve(reference, from, base, wrong) {
  try {
    return new URL(reference, base);
  } catch {
    wrong.add(`${from}: "${reference}" is no address`);
    return null;
  }
}

/** Whether `target` is to be visited. What leaves the site is nobody's business but the reader's. */
function isOurs(site, target, from, wrong) {
  if (target.href.startsWith(site.url)) return true;
  const own = new URL(site.url);
  if (target.protocol === own.protocol && target.host === own.host) {
    wrong.add(`${from} → ${target.href}: it lies beside the site`);
  }
  return false;
}

const short = (site, url) => (url.startsWith(site.url) ? url.slice(site.url.length) || "the home page" : url);

/** What is at `url`: its file, and what it refers to. A link has to lead there directly. */
async function get(site, url) {
  const { error, file, text } = await (url.startsWith("file:") ? open : load)(site, url);
  if (error) return { error };
  if (file.endsWith(".html")) return { file, ...read(text) };
  return { file, references: file.endsWith(".css") ? addresses(text) : [] };
}

async function load(site, url) {
  const response = await fetch(url, { redirect: "manual" });
  if (response.status !== 200) return { error: `the server answers ${response.status}` };
  const path = decodeURIComponent(new URL(url).pathname.slice(new URL(site.url).pathname.length));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  return { file, text: await response.text() };
}

async function open(site, url) {
  const file = decodeURIComponent(new URL(url).pathname.slice(new URL(site.url).pathname.length));
  // A file system may not mind letter case; the list of the site's files does.
  if (!site.files.includes(file)) return { error: file.endsWith("/") ? "it is a folder" : "there is no such file" };
  return { file, text: await readFile(join(site.folder, file), "utf8") };
}
