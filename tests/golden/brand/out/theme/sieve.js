"use strict";
function homeroomMake(name, attributes = {}, ...content) {
const made = document.createElement(name);
for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
made.append(...content);
return made;
}
{
const make = homeroomMake;
const sifts = (facets, chosen, thing, except) =>
facets.every(({ name, values, of }) => {
const wanted = chosen.get(name);
return name === except || !wanted?.size || of[thing].some((at) => wanted.has(values[at][0]));
});
const sift = ({ into, title, clear, figures, facets, chosen, things, changed }) => {
const open = new Set([...into.querySelectorAll("details[open]")].map((one) => one.getAttribute("data-name")));
const focused = document.activeElement?.getAttribute("data-value");
const groups = facets.flatMap(({ name, title, values, of }) => {
const counts = values.map(() => 0);
for (const thing of things) if (sifts(facets, chosen, thing, name)) for (const at of of[thing]) counts[at]++;
const wanted = chosen.get(name) ?? new Set();
const buttons = values.flatMap(([value, called], at) => {
const isOn = wanted.has(value);
if (counts[at] === 0 && !isOn) return [];
const button = make("button", { type: "button", class: "button", "aria-pressed": `${isOn}`, "data-value": `${name} ${value}` }, called, " ", make("span", { class: "count" }, figures(counts[at])));
button.addEventListener("click", () => {
if (!wanted.delete(value)) wanted.add(value);
chosen.set(name, wanted);
changed();
});
return [button];
});
if (buttons.length < 2 && !wanted.size) return [];
const details = make("details", { "data-name": name }, make("summary", {}, title), make("div", { class: "choices", role: "group", "aria-label": title }, ...buttons));
details.open = open.has(name) || wanted.size > 0;
return [details];
});
const none = make("button", { type: "button", class: "button", "data-value": "" }, clear);
none.addEventListener("click", () => {
chosen.clear();
changed();
});
const isChosen = [...chosen.values()].some((values) => values.size);
into.replaceChildren(...(groups.length && title ? [make("h3", {}, title)] : []), ...groups, ...(isChosen ? [none] : []));
if (focused === null || focused === undefined) return;
const again = [...into.querySelectorAll("button")].find((button) => button.getAttribute("data-value") === focused);
const next = again ?? into.querySelector("summary");
if (next instanceof HTMLElement) next.focus();
};
const written = (number, digits = "") => `${number}`.replace(/\d/g, (digit) => [...digits][Number(digit)] ?? digit);
Object.assign(globalThis, { homeroomSieve: { make, sifts, sift, written } });
}
