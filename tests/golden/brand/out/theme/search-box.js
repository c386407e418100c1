"use strict";
{
const all = /** @type {any} */ (globalThis);
const { load, forget, base, HASH } = /** @type {Files} */ (all.homeroomFiles);
const { indexOf, ask } = all.homeroomFind;
const { make, sifts, sift, written: inDigits } = /** @type {Sieve} */ (all.homeroomSieve);
const written = all.homeroomFind.written;
const ONCE = 10;
let index;
let say = {};
const chosen = new Map();
let shown = ONCE;
let turn = 0;
let active = -1;
let tries = 0;
let isLeft = false;
const field = make("input", { type: "search", id: "~seek-field", role: "combobox", "aria-expanded": "false", "aria-controls": "~seek-list", "aria-autocomplete": "list", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", maxlength: "10000" });
const label = make("label", { for: "~seek-field" });
const close = make("button", { type: "button", class: "button" });
const said = make("p", { role: "status", class: "said" });
const wait = make("p", { class: "said instead" });
const list = make("div", { id: "~seek-list", role: "listbox" });
const more = make("button", { type: "button", class: "button more", hidden: "" });
const again = make("button", { type: "button", class: "button", hidden: "" });
const sieve = make("div", { class: "sieve" });
const dialog = make("dialog", { class: "seek", "aria-labelledby": "~seek-title" }, make("div", { class: "box" }, make("h2", { id: "~seek-title" }, label), make("div", { class: "ask" }, field, close), make("div", { class: "rest" }, said, again, wait, list, more, sieve)));
document.body.append(dialog);
const figures = (number) => inDigits(number, say.digits);
const state = () => {
const asked = new URLSearchParams();
if (field.value) asked.set("q", field.value);
for (const [name, values] of chosen) if (values.size) asked.set(name, [...values].join(" "));
return asked.toString();
};
const keep = () => {
try {
history.replaceState(history.state, "", dialog.open ? `${HASH}?${state()}` : location.href.split("#")[0]);
} catch {
}
};
const restore = (query) => {
const asked = new URLSearchParams(query);
field.value = asked.get("q") ?? "";
chosen.clear();
for (const [name, values] of asked) if (name !== "q") chosen.set(name, new Set(values.split(" ").filter(Boolean)));
};
const fits = (thing) => sifts(index.facets, chosen, thing);
const marked = (text, words, from = 0, to = text.length) => {
const nodes = [];
let at = from;
for (const { words: own, start, end } of written(text)) {
if (start < at || end > to || !own.some((one) => words.has(one))) continue;
nodes.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
at = end;
}
return [...nodes, text.slice(at, to)];
};
const excerpt = (text, words) => {
const all = written(text);
const hits = all.map(({ words: own }) => own.find((one) => words.has(one)));
let best = { at: -1, count: 0 };
hits.forEach((hit, at) => {
if (hit === undefined) return;
const near = new Set(hits.slice(at, at + 24).filter((one) => one !== undefined));
if (near.size > best.count) best = { at, count: near.size };
});
if (best.at < 0) return null;
const first = all[Math.max(0, best.at - 6)].start;
const last = all[Math.min(all.length - 1, best.at + 24)].end;
const end = last < text.length && all.length - 1 > best.at + 24 ? last : text.length;
return [first > 0 ? "… " : "", ...marked(text, words, first, end), end < text.length ? " …" : ""];
};
const option = async ({ thing, part }, number, words) => {
const [title, address, summary, anchors, first = 0, pieces = ""] = await index.card(thing);
const anchor = anchors.split(" ")[part];
const page = base.protocol === "file:" ? `${address}index.html` : address;
const kinds = index.facets.find((/** @type {Sorted} */ { name }) => name === "kind");
const kind = kinds ? kinds.values[kinds.of[thing][0]]?.[1] : "";
const about = make("span", { class: "about" }, ...marked(summary, words));
const where = make("span", { class: "where" }, ...(kind ? [kind] : []));
const made = make("a", { role: "option", id: `~seek-${number}`, tabindex: "-1", "aria-selected": "false", href: new URL(page + (anchor ? `#${anchor}` : ""), base).href }, make("span", { class: "title" }, ...marked(title, words)), " ", where, " ", about);
const piece = pieces ? index.read(pieces)[part] : 0;
const name = `texts/${address.replace(/\/$/, "") || "index"}${piece ? `.${piece + 1}` : ""}`;
load(name).then(
([from, parts]) => {
const [heading, text] = parts[first + part - from] ?? [];
if (heading && anchor) where.append(kind ? " · " : "", heading);
const better = text ? excerpt(text, words) : null;
if (better && words.size) about.replaceChildren(...better);
},
() => {
},
);
return made;
};
const look = async () => {
const mine = ++turn;
const query = field.value;
keep();
const slow = setTimeout(() => mine === turn && (said.textContent = dialog.dataset.loading ?? ""), 150);
try {
if (!index) {
const entry = await load("");
index = indexOf(entry);
say = entry.say;
name();
}
const isEmpty = query.trim() === "";
const every = Array.from({ length: index.count }, (_, thing) => thing);
const { results, taken, missing, words } = isEmpty ? { results: every.map((thing) => ({ thing, part: 0 })), taken: null, missing: [], words: new Set() } : await ask(index, query);
if (mine !== turn) return;
const fitting = results.filter((/** @type {{ thing: number }} */ { thing }) => fits(thing));
const isAsked = !isEmpty || [...chosen.values()].some((values) => values.size);
const visible = isAsked ? fitting.slice(0, shown) : [];
const options = await Promise.all(visible.map((/** @type {any} */ hit, /** @type {number} */ at) => option(hit, at, words)));
clearTimeout(slow);
if (mine !== turn) return;
list.replaceChildren(...options);
active = -1;
field.removeAttribute("aria-activedescendant");
field.setAttribute("aria-expanded", `${options.length > 0}`);
list.hidden = options.length === 0;
more.hidden = fitting.length <= shown || !isAsked;
again.hidden = true;
said.textContent = !isAsked ? "" : fitting.length ? `${say.found}: ${figures(fitting.length)}` : isEmpty || missing.length || results.length || query.trim().length > 2 ? (say.none ?? "") : "";
wait.replaceChildren(...(taken ? [`${say.instead} `, make("strong", {}, taken)] : missing.length && fitting.length ? [`${say.missing} `, make("strong", {}, missing.join(", "))] : []));
narrow(results);
tries = 0;
} catch {
clearTimeout(slow);
if (mine !== turn) return;
index = undefined;
forget();
if (tries++ === 0) return look();
said.textContent = dialog.dataset.failed ?? say.failed ?? "";
list.replaceChildren();
again.hidden = false;
}
};
const narrow = (results) => {
sift({ into: sieve, title: say.narrow ?? "", clear: say.clear ?? "", figures, facets: index.facets, chosen, things: results.map(({ thing }) => thing), changed: () => {
shown = ONCE;
look();
} });
};
const name = () => {
label.textContent = say.field ?? "";
close.textContent = say.close ?? "";
more.textContent = say.more ?? "";
again.textContent = say.again ?? "";
list.setAttribute("aria-label", say.found ?? "");
};
const go = (to) => {
const options = [...list.querySelectorAll("[role=option]")];
if (!options.length) return;
active = (to + options.length) % options.length;
options.forEach((one, at) => one.setAttribute("aria-selected", `${at === active}`));
options[active].scrollIntoView({ block: "nearest" });
field.setAttribute("aria-activedescendant", options[active].id);
};
field.addEventListener("input", () => {
shown = ONCE;
look();
});
field.addEventListener("keydown", (event) => {
if (event.isComposing) return;
if (event.key === "ArrowDown") go(active + 1);
else if (event.key === "ArrowUp") go(active < 0 ? -1 : active - 1);
else if (event.key === "Escape") dialog.close();
else if (event.key === "Enter") {
const link = list.querySelectorAll("a")[Math.max(active, 0)];
if (link) link.click();
} else return;
event.preventDefault();
});
list.addEventListener("click", ({ target }) => {
if (!(target instanceof Element && target.closest("a"))) return;
isLeft = true;
dialog.close();
});
close.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", ({ target }) => {
if (target === dialog) dialog.close();
});
dialog.addEventListener("close", () => {
if (!isLeft) keep();
isLeft = false;
});
more.addEventListener("click", async () => {
const first = shown;
shown += ONCE;
await look();
list.querySelectorAll("a")[first]?.focus();
});
again.addEventListener("click", look);
all.homeroomSeek = (query) => {
if (query || !dialog.open) restore(query);
const button = document.querySelector("[data-search]");
if (button instanceof HTMLElement) {
Object.assign(dialog.dataset, { failed: button.dataset.failed, loading: button.dataset.loading });
label.textContent ||= button.textContent ?? "";
close.textContent ||= button.dataset.close ?? "";
again.textContent ||= button.dataset.again ?? "";
}
if (!dialog.open) dialog.showModal();
field.focus();
field.select();
look();
};
}
