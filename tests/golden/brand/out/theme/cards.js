"use strict";
{
const all = globalThis;
const { make, written, load, fetched } = { ...all.homeroomSieve, ...all.homeroomFiles };
const form = document.querySelector("[data-printer]");
const say = form instanceof HTMLElement ? form.dataset : {};
const page = document.documentElement;
const drawing = (from, size, outline, kind = "") => {
const [svg, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
svg.setAttribute("viewBox", `${from} ${from} ${size} ${size}`);
path.setAttribute("d", outline);
path.setAttribute("class", kind);
svg.append(path);
return svg;
};
const words = ({ lang, dir }, kind, ...content) => make("p", { class: kind, lang, dir }, ...content);
const group = (kind, ...content) => make("div", { class: kind }, ...content);
const titles = (texts) => group("middle titled", ...texts.map((said, at) => words(said, at ? "second" : "title", said.title)));
const lines = () => group("middle ruled", ...Array.from({ length: 30 }, () => group("")));
const followUps = ({ texts }) => {
const blocks = texts.flatMap((said) => (said.asks.length ? [words(said, "over", said.ask), ...said.asks.map((ask) => words(said, "item", ask))] : []));
return blocks.length ? group("middle", ...blocks) : lines();
};
const backs = {
lines,
"follow-ups": followUps,
translation: ({ texts }) => (texts[1] ? titles(texts.slice(1)) : null),
code: (prompt) => {
const { code, address } = prompt;
if (!code || !address) return followUps(prompt);
const whole = code.size + 8;
const drawn = drawing(-4, whole, code.path);
drawn.style.setProperty("--whole", `${whole / code.size}`);
return group("middle coded", group("row", drawn, group("", words(prompt.texts[0], "", prompt.texts[0].more), words({ lang: "", dir: "ltr" }, "address", address))));
},
};
const card = (prompt, kind) => {
const { texts, theme, shape, facts, duty } = prompt;
const own = texts[0];
const behind = backs[kind]?.(prompt);
const sign = shape ? [drawing(0, 24, shape.path, shape.filled ? "" : "open")] : [];
const head = words(own, "ends", ...(theme ? [make("b", {}, ...sign, theme)] : []), make("span", {}, facts));
const must = duty ? [words(own, "", duty)] : [];
const side = (...content) => group("card", ...content, words(page, "ends", make("span", {}, say.title ?? ""), make("span", { class: "number" })));
return {
name: own.title,
front: side(head, titles(behind && kind === "translation" ? [own] : texts), ...(behind ? [] : must)),
back: behind && side(behind, ...must),
};
};
const count = (cards) => {
cards.forEach(({ front, back }, at) => {
const [number, total] = [at + 1, cards.length].map((one) => written(one, say.digits));
for (const side of [front, back]) side?.querySelector(".number")?.replaceChildren((say.number ?? "").replace("{number}", number).replace("{total}", total));
});
};
const fits = (card) => {
const foot = card.lastElementChild ?? card;
const rim = Number.parseFloat(getComputedStyle(card).paddingBottom);
return foot.getBoundingClientRect().bottom < card.getBoundingClientRect().bottom - rim + 0.5 && [...card.querySelectorAll("p")].every((one) => one.scrollWidth <= one.clientWidth);
};
const fit = (cards) => {
const tooLarge = (some, scale) => {
for (const card of some) card.style.setProperty("--scale", `${scale(card)}`);
return some.filter((card) => !fits(card));
};
const large = tooLarge(cards, () => 1);
const long = new Set(tooLarge(large, () => 0));
const some = large.filter((card) => !long.has(card));
const good = new Map(some.map((card) => [card, 0]));
const scale = (card) => good.get(card) ?? 0;
for (let step = 1 / 2; step > 1 / 100; step /= 2) {
const over = tooLarge(some, (card) => scale(card) + step);
for (const card of some) if (!over.includes(card)) good.set(card, scale(card) + step);
}
tooLarge(some, scale);
return long;
};
const lay = async (cards, paper) => {
const leaf = (...content) => group(`leaf ${paper}`, ...content);
const sides = cards.flatMap(({ front, back }) => [front, ...(back ? [back] : [])]);
const prints = group("prints", leaf(...sides));
document.querySelector(".prints")?.remove();
document.body.append(prints);
const style = getComputedStyle(sides[0]);
const [width, height, across, down] = [style.width, style.height, style.paddingLeft, style.paddingTop].map(Number.parseFloat);
const places = Number(style.getPropertyValue("--places"));
prints.style.setProperty("--wide", `${width - 2 * across}px`);
prints.style.setProperty("--high", `${height - 2 * down}px`);
count(cards);
prints.getBoundingClientRect();
await document.fonts.ready;
const long = fit(sides);
const left = cards.filter(({ front, back }) => long.has(front) || (back && long.has(back)));
const good = cards.filter((card) => !left.includes(card));
count(good);
const leaves = [];
for (let first = 0; first < good.length; first += places) {
const here = good.slice(first, first + places);
const fronts = here.map(({ front }) => front);
const behind = here.map(({ back }) => back ?? group("card"));
fronts.forEach((front, at) => front.classList.add("front", `front-${at}`));
behind.forEach((back, at) => back.classList.add("back", `back-${at}`));
if (paper.includes(" fold")) leaves.push(leaf(...fronts.flatMap((front, at) => [front, behind[at]])));
else leaves.push(leaf(...fronts), ...(good.some(({ back }) => back) ? [leaf(...behind)] : []));
}
prints.replaceChildren(...leaves);
return { good, left };
};
const begin = (form) => {
const status = form.querySelector("[role=status]");
const items = [...document.querySelectorAll("[data-cards]")];
const files = new Map(items.map((item) => [item.getAttribute("data-id"), item.getAttribute("data-cards")]));
let chosen = [];
let isBusy = false;
let styles;
const wanted = (name) => {
const select = form.elements.namedItem(name);
return select instanceof HTMLSelectElement ? select.value : "";
};
const turn = () => (wanted("back") === "none" ? "plain" : wanted("turn"));
const show = () => {
form.hidden = chosen.length === 0;
for (const needs of form.querySelectorAll("[data-turn]")) {
const which = needs.getAttribute("data-turn");
needs.toggleAttribute("hidden", which ? which !== turn() : wanted("back") === "none");
}
};
const press = async () => {
styles ??= Promise.all((say.styles ?? "").split(" ").map((style) => fetched(new URL(style, location.href).href)));
if (!(await styles).every(Boolean)) {
styles = undefined;
throw new Error("missing");
}
const names = new Set(chosen.map((id) => files.get(id)));
const prompts = Object.assign({}, ...(await Promise.all([...names].map((name) => load(`print/${name}`)))));
const tongues = wanted("tongues").split(" ");
const kind = turn() === "plain" ? "" : wanted("back");
const cards = chosen.map((id) => {
const texts = prompts[id].texts.filter(({ lang }, at) => at === 0 || tongues.includes(lang));
return card({ ...prompts[id], texts }, kind);
});
const { good, left } = await lay(cards, `${wanted("stock")} ${turn()}`);
if (left.length) status?.replaceChildren(say.long ?? "", make("ul", {}, ...left.map(({ name }) => make("li", {}, name))));
if (good.length) print();
};
form.querySelector("button")?.addEventListener("click", async () => {
if (isBusy) return;
isBusy = true;
status?.replaceChildren();
await press().catch(() => status?.replaceChildren(say.failed ?? ""));
isBusy = false;
});
form.addEventListener("change", show);
const take = (event) => {
const ids = event.detail;
chosen = ids.filter((id) => files.has(id));
status?.replaceChildren();
show();
};
addEventListener("homeroom:chosen", take);
addEventListener("afterprint", () => document.querySelector(".prints")?.remove());
};
if (form instanceof HTMLFieldSetElement) begin(form);
}
