// The engine of search without a browser, over the files of a built site.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { HUB } from "./site.mjs";

const SCRIPT = readFileSync(join(HUB, "themes/default/static/search-find.js"), "utf8");

/** The engine over the index of `lang` in the site that lies in `folder`. `read` lists the files that it read. */
export async function engine(folder, lang) {
  const came = new Map();
  const context = vm.createContext({ homeroomSearch: (name, _, value) => came.set(name, value) });
  const read = [];
  const load = async (name) => {
    if (!came.has(name)) {
      const text = readFileSync(join(folder, "search", `${lang}${name && "/"}${name}.js`), "utf8");
      read.push(text);
      vm.runInContext(text, context);
    }
    return came.get(name);
  };
  context.homeroomFiles = { load };
  vm.runInContext(SCRIPT, context);
  const { indexOf, ask, written } = context.homeroomFind;
  const index = indexOf(await load(""));
  return { index, written, read, ask: (query) => ask(index, query) };
}

/** What a query finds first, at most `most`: addresses, those of a policy's cases with their part. */
export async function found({ index, ask }, query, most) {
  const { results } = await ask(query);
  const address = async ({ thing }) => {
    const [, page, , anchors] = await index.card(thing);
    return anchors && !anchors.includes(" ") ? `${page}#${anchors}` : page;
  };
  return Promise.all(results.slice(0, most).map(address));
}
