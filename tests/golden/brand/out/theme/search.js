"use strict";
{
const own = document.currentScript;
const base = own instanceof HTMLScriptElement ? new URL("..", own.src) : new URL(location.href);
const parts = own instanceof HTMLScriptElement ? (own.dataset.parts ?? "").split(" ").map((part) => new URL(part, location.href).href) : [];
const index = new URL(`search/${document.documentElement.lang}`, base).href;
const HASH = "#~search";
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("homeroom", {
createScriptURL: (/** @type {string} */ url) => {
if (parts.includes(url) || url.startsWith(`${index}.js`) || url.startsWith(`${index}/`)) return url;
throw new TypeError("this is no file of search");
},
});
const fetched = (url) =>
new Promise((resolve) => {
const isStyle = url.includes(".css");
const file = document.createElement(isStyle ? "link" : "script");
const end = (/** @type {Event} */ { type }) => {
if (!isStyle || type === "error") file.remove();
resolve(type === "load");
};
file.addEventListener("load", end);
file.addEventListener("error", end);
if (file instanceof HTMLScriptElement) file.src = policy ? policy.createScriptURL(url) : url;
else Object.assign(file, { rel: "stylesheet", href: url });
document.head.append(file);
});
const asked = new Map();
const came = new Map();
let again = "";
Object.assign(globalThis, {
homeroomSearch: (name, version, value) => void came.set(name, { version, value }),
});
const load = (name, version = null) => {
const known = asked.get(name);
if (known) return known;
const look = async () => {
const stamp = version ? `?h=${version}` : again;
await fetched(`${index}${name && "/"}${name}.js${stamp}`);
const key = name.startsWith("texts/") ? decodeURI(`${name}.js`) : name;
const file = came.get(key);
came.delete(key);
if (!file) throw new Error("missing");
if (version !== null && file.version !== version) throw new Error("stale");
return file.value;
};
const file = look();
asked.set(name, file);
file.catch(() => asked.delete(name));
return file;
};
const forget = () => {
asked.clear();
again = `?again=${Date.now()}`;
};
let ready;
const open = async (query = "") => {
document.documentElement.classList.add("seeking");
ready ??= parts.reduce(async (before, part) => (await before) && fetched(part), Promise.resolve(true));
const isReady = await ready;
document.documentElement.classList.remove("seeking");
for (const button of document.querySelectorAll("[data-search]")) {
if (button instanceof HTMLElement) button.textContent = (isReady ? button.dataset.search : button.dataset.failed) ?? "";
}
if (isReady) return /** @type {any} */ (globalThis).homeroomSeek(query);
ready = undefined;
};
Object.assign(globalThis, { homeroomFiles: { load, fetched, forget, base, HASH } });
addEventListener("DOMContentLoaded", () => {
for (const button of document.querySelectorAll("[data-search]")) {
if (!(button instanceof HTMLButtonElement)) continue;
button.addEventListener("click", () => open());
button.hidden = false;
}
const follow = () => {
if (location.hash.startsWith(HASH)) open(location.hash.slice(HASH.length + 1));
};
addEventListener("hashchange", follow);
addEventListener("pageshow", ({ persisted }) => {
if (persisted) follow();
});
addEventListener("keydown", (event) => {
const isTyped = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
const isSlash = event.key === "/" && !isTyped && !event.ctrlKey && !event.metaKey && !event.altKey;
const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
if (!isSlash && !isK) return;
event.preventDefault();
open();
});
follow();
});
}
