// What pages say of themselves in JSON-LD is what schema.org knows: types, properties, values. The
// checker is TypeScript with the types that are generated from schema.org's own vocabulary.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "parse5";
import ts from "typescript";
import { built, HUB, SINK } from "./site.mjs";

const BASE = "https://hub.example/at/";
const HARD = join(HUB, "tests/golden/feeds/in");
const SITES = { hub: HUB, "kitchen sink": SINK };
const TYPES = createRequire(import.meta.url).resolve("schema-dts").replace(/\.js$/, ".d.ts");

/** What each type needs so that somebody can make use of it. */
const NEEDED = {
  LearningResource: ["name", "url", "inLanguage", "learningResourceType", "educationalLevel", "author", "isPartOf"],
  Article: ["headline", "url", "inLanguage", "author", "isPartOf"],
  FAQPage: ["mainEntity"],
  BreadcrumbList: ["itemListElement"],
  CollectionPage: ["name", "url", "inLanguage", "isPartOf"],
  WebSite: ["name", "url", "inLanguage"],
};

/** What stands on a page of each kind, apart from the way to it. */
const KINDS = {
  guide: ["LearningResource"],
  prompt: ["LearningResource"],
  policy: ["Article"],
  playbook: ["Article"],
  page: ["Article"],
  deck: ["Article"],
  brief: ["Article"],
  story: ["Article"],
  thought: ["Article"],
  message: ["Article"],
  section: ["CollectionPage"],
  home: ["WebSite"],
};

for (const [name, root] of Object.entries(SITES)) {
  test(`the JSON-LD of the ${name} holds what schema.org knows`, (t) => {
    const site = built(root, BASE);
    t.after(site.close);
    const nodes = [];
    for (const page of site.pages) {
      const graphs = blocks(join(site.folder, page.file));
      const expected = KINDS[page.kind];
      assert.equal(graphs.length, expected ? 1 : 0, `${page.file} is a ${page.kind}`);
      if (!expected) continue;
      assert.deepEqual(Object.keys(graphs[0]), ["@context", "@graph"]);
      assert.equal(graphs[0]["@context"], "https://schema.org");
      const types = graphs[0]["@graph"].map((node) => node["@type"]);
      for (const type of expected) assert.ok(types.includes(type), `${page.file} has ${types}`);
      assert.equal(types.includes("BreadcrumbList"), page.kind !== "home", page.file);
      for (const node of graphs[0]["@graph"]) nodes.push({ file: page.file, node });
    }
    for (const { file, node } of nodes) {
      for (const field of NEEDED[node["@type"]]) {
        assert.ok(node[field] !== undefined && node[field].length !== 0, `${file}: ${node["@type"]} without ${field}`);
      }
      if (node.timeRequired !== undefined) assert.match(node.timeRequired, /^PT[1-9]\d*M$/);
      for (const day of [node.datePublished, node.dateModified]) if (day) assert.match(day, /^\d{4}-\d\d-\d\d$/);
      for (const address of [node.url, ...(node.itemListElement ?? []).map(({ item }) => item)]) {
        if (address) assert.ok(site.files.includes(`${decodeURI(address).slice(BASE.length)}index.html`), address);
      }
    }
    assert.ok(nodes.some(({ node }) => node["@type"] === "FAQPage"), "some policy has scenarios");
    assert.deepEqual(unknown(nodes.map(({ node }) => node)), []);
  });
}

test("the checker refuses what schema.org does not know", () => {
  const wrong = unknown([
    { "@type": "LearningResource", name: "a", grade: "3" },
    { "@type": "Article", timeRequired: 5 },
    { "@type": "Lesson" },
    { "@type": "WebSite", name: "fine" },
  ]);
  assert.deepEqual(wrong.map((said) => said.split(" ")[0]), ["1", "2", "3"], wrong.join("\n"));
});

test("no text of an author ends a page's JSON-LD", (t) => {
  const site = built(HARD, BASE);
  t.after(site.close);
  const [graph] = blocks(join(site.folder, "guides/door/index.html"));
  assert.equal(graph["@graph"][0].name, '</script><b>Greet & "meet"</b>');
});

/** The JSON-LD of a page. */
function blocks(file) {
  const found = [];
  const visit = (node) => {
    const value = (name) => node.attrs?.find((one) => one.name === name)?.value;
    if (node.tagName === "script" && value("type") === "application/ld+json") {
      found.push(JSON.parse(node.childNodes.map((child) => child.value).join("")));
    }
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(parse(readFileSync(file, "utf8")));
  return found;
}

/** What is wrong with `nodes`, each as the number of the node from 1 and what the compiler says. */
function unknown(nodes) {
  const name = join(dirname(fileURLToPath(import.meta.url)), "nodes.ts");
  const used = nodes.map((node) => node["@type"]);
  const known = new Set(readFileSync(TYPES, "utf8").match(/(?<=^export type )\w+/gm));
  const lines = nodes.map((node, at) => `const n${at}: S.${known.has(used[at]) ? used[at] : "Thing"} = ${JSON.stringify(node)};`);
  const text = ['import type * as S from "schema-dts";', ...lines].join("\n");
  const options = { noEmit: true, strict: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (file, ...rest) => (file === name ? ts.createSourceFile(file, text, options.target) : getSourceFile(file, ...rest));
  host.fileExists = (file) => file === name || fileExists(file);
  host.readFile = (file) => (file === name ? text : readFile(file));
  const program = ts.createProgram([name], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line : "?";
    return `${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}
