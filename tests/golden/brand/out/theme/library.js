"use strict";
{
const HASH = "#~library";
const { make, sifts, sift, written } = /** @type {Sieve} */ (/** @type {any} */ (globalThis).homeroomSieve);
const copy = /** @type {(text: string) => Promise<void>} */ (/** @type {any} */ (globalThis).homeroomCopy);
const place = document.querySelector("[data-library]");
const items = [...document.querySelectorAll(".cards > [data-facets]")].filter((item) => item instanceof HTMLElement);
const homes = items.map((item) => item.parentElement);
const say = place instanceof HTMLElement ? place.dataset : {};
const wanted = new Map();
const chosen = new Set();
let facets = [];
const figures = (number) => written(number, say.digits);
const id = (item) => item.dataset.id ?? "";
const visible = () => items.filter((_, thing) => sifts(facets, wanted, thing));
const status = make("p", { role: "status", class: "said" });
const sieve = make("div", { class: "sieve" });
const order = make("select", { class: "button" }, ...["listed", "minutes", "depth", "title"].map((key) => make("option", { value: key }, say[key] ?? "")));
const button = (key, click) => {
const made = make("button", { type: "button", class: "button" }, say[key] ?? "");
made.addEventListener("click", click);
return made;
};
const drawn = make("p", { class: "drawn", "aria-live": "polite" });
const count = make("p", { role: "status", class: "said" });
const said = make("p", { role: "status", class: "said" });
const flat = make("ul", { class: "cards" });
const one = make("div", { class: "part", hidden: "" }, flat);
const keep = () => {
const state = new URLSearchParams();
for (const [name, values] of wanted) if (values.size) state.set(name, [...values].join(" "));
if (order.value !== "listed") state.set("order", order.value);
if (chosen.size) state.set("chosen", [...chosen].join(" "));
const text = state.toString();
try {
history.replaceState(history.state, "", text ? `${HASH}?${text}` : location.href.split("#")[0]);
} catch {
}
};
const restore = () => {
if (!location.hash.startsWith(HASH)) return;
wanted.clear();
chosen.clear();
order.value = "listed";
for (const [name, text] of new URLSearchParams(location.hash.slice(HASH.length + 1))) {
const values = text.split(" ").filter(Boolean);
if (name === "order") order.value = text;
else if (name === "chosen") values.forEach((value) => chosen.add(value));
else wanted.set(name, new Set(values));
}
if (order.selectedIndex < 0) order.value = "listed";
};
const language = document.documentElement.lang;
const orders = {
minutes: (a, b) => Number(a.dataset.minutes ?? 999) - Number(b.dataset.minutes ?? 999),
depth: (a, b) => Number(a.dataset.depth ?? 9) - Number(b.dataset.depth ?? 9),
title: (a, b) => (a.querySelector("a")?.textContent ?? "").localeCompare(b.querySelector("a")?.textContent ?? "", language),
};
const show = () => {
const shown = new Set(visible());
const by = orders[order.value];
if (by) flat.append(...[...items].sort(by));
else items.forEach((item, at) => homes[at]?.append(item));
one.hidden = !by;
for (const item of items) item.hidden = !shown.has(item);
for (const part of new Set(homes.map((home) => home?.closest(".part")))) {
if (!(part instanceof HTMLElement)) continue;
const here = [...part.querySelectorAll("[data-facets]")].filter((item) => item instanceof HTMLElement && !item.hidden);
part.hidden = here.length === 0;
const number = part.querySelector("h2 .count");
if (number) number.textContent = figures(here.length);
}
status.textContent = `${say.count}: ${figures(shown.size)}`;
for (const box of document.querySelectorAll(".choose input")) if (box instanceof HTMLInputElement) box.checked = chosen.has(box.value);
count.textContent = chosen.size ? `${say.chosen}: ${figures(chosen.size)}` : "";
all.textContent = `${say.all} (${figures(shown.size)})`;
for (const needs of [none, link, deck]) needs.hidden = chosen.size === 0;
dispatchEvent(new CustomEvent("homeroom:chosen", { detail: [...chosen] }));
sift({ into: sieve, title: "", clear: say.clear ?? "", figures, facets, chosen: wanted, things: items.map((_, thing) => thing), changed });
};
const changed = () => {
show();
keep();
};
const surprise = button("surprise", () => {
const from = visible().filter((item) => item.querySelector("a")?.href !== drawn.querySelector("a")?.href);
const link = (from.length ? from : visible())[Math.floor(Math.random() * Math.max(from.length, 1))]?.querySelector("a");
const again = link?.cloneNode(true);
drawn.replaceChildren(...(again ? [again] : []));
});
const all = button("all", () => {
visible().forEach((item) => chosen.add(id(item)));
changed();
});
const none = button("none", () => {
chosen.clear();
changed();
all.focus();
});
const copied = async (text) => {
try {
await copy(text);
said.textContent = say.copied ?? "";
} catch {
said.textContent = say.failed ?? "";
}
};
const link = button("link", () => copied(`${location.href.split("#")[0]}${HASH}?${new URLSearchParams({ chosen: [...chosen].join(" ") })}`));
const deck = button("deck", () => {
const cards = [...chosen].map((card) => `  - ${JSON.stringify(card)}\n`).join("");
return copied(`---\ntitle: ${JSON.stringify(say.cards ?? "")}\nlayout: cards\nstock: letter-quarters\ncards:\n${cards}---\n`);
});
const begin = async () => {
const named = (await /** @type {any} */ (globalThis).homeroomFiles.load("")).facets;
const has = items.map((item) => new Map((item.dataset.facets ?? "").split(" ").map((facet) => /** @type {[string, string[]]} */ ([facet.split(":")[0], facet.split(":")[1]?.split(",") ?? []]))));
facets = named
.filter(({ name }) => has.some((own) => own.get(name)?.length))
.map(({ name, title, values }) => ({ name, title, values, of: has.map((own) => (own.get(name) ?? []).map((value) => values.findIndex(([slug]) => slug === value)).filter((value) => value >= 0)) }));
for (const item of items) {
const box = make("input", { type: "checkbox", value: id(item) });
box.addEventListener("change", () => {
if (box.checked) chosen.add(box.value);
else chosen.delete(box.value);
changed();
});
item.append(make("label", { class: "choose" }, box, make("span", { class: "unseen" }, `${say.choose}: ${item.querySelector("a")?.textContent}`)));
}
order.addEventListener("change", changed);
const title = place?.getAttribute("aria-label") ?? "";
place?.replaceChildren(make("h2", {}, title), status, sieve, make("div", { class: "row" }, make("label", {}, say.order ?? "", order), surprise), drawn, make("div", { class: "row" }, all, none, link, deck), count, said, ...place.children);
place?.after(one);
restore();
show();
if (place instanceof HTMLElement) place.hidden = false;
addEventListener("hashchange", () => {
restore();
show();
});
};
if (place instanceof HTMLElement && document.querySelector(".part > .terms")) {
const all = make("p", { class: "part" }, make("a", { href: "#~search?kind=prompt" }, place.getAttribute("aria-label") ?? ""));
place.before(all);
}
if (items.length > 7) begin().catch(() => {});
}
