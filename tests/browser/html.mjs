// What a page refers to, and what can be referred to in it.

import { parse as parseStyle, walk } from "css-tree";
import { parse } from "parse5";

const ADDRESSES = ["href", "src", "poster", "data", "action", "xlink:href"];

/**
 * The markup of a page, read as one without scripts gets it.
 * @param {string} markup
 */
export function read(markup) {
  const page = { kind: "", lang: "", ids: new Set(), references: [] };
  visit(parse(markup, { scriptingEnabled: false }), (element) => {
    const value = (name) => element.attrs.find((one) => (one.prefix ? `${one.prefix}:${one.name}` : one.name) === name)?.value;
    if (element.tagName === "html") page.lang = value("lang") ?? "";
    if (element.tagName === "body") page.kind = value("data-kind") ?? "";
    if (value("id") !== undefined) page.ids.add(value("id"));
    page.references.push(...ADDRESSES.map(value).filter((address) => address !== undefined));
    page.references.push(...(value("srcset") ?? "").split(",").map((one) => one.trim().split(" ")[0]).filter(Boolean));
    if (element.tagName === "meta" && value("http-equiv") === "refresh") {
      page.references.push(value("content").split("url=")[1]);
    }
  });
  return page;
}

/**
 * The addresses that a stylesheet refers to.
 * @param {string} sheet
 */
export function addresses(sheet) {
  const found = [];
  walk(parseStyle(sheet), (node) => {
    if (node.type === "Url") found.push(node.value);
    if (node.type === "Atrule" && node.name === "import") {
      found.push(...node.prelude.children.toArray().filter(({ type }) => type === "String").map(({ value }) => value));
    }
  });
  return found;
}

function visit(node, look) {
  if (node.attrs) look(node);
  for (const child of [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])]) visit(child, look);
}
