"use strict";
{
const KEY = `homeroom:${location.pathname}:ticks`;
const kept = () => {
try {
const list = JSON.parse(localStorage.getItem(KEY) ?? "[]");
return new Set(Array.isArray(list) ? list.map(String) : []);
} catch {
return new Set();
}
};
const keep = (ticked) => {
const list = [...ticked].filter((name) => names.has(name));
try {
if (list.length > 0) localStorage.setItem(KEY, JSON.stringify(list));
else localStorage.removeItem(KEY);
} catch {
}
};
const ticked = kept();
const names = new Set();
for (const list of document.querySelectorAll("ul.checklist[data-clear]")) {
if (!(list instanceof HTMLElement)) continue;
const boxes = [];
const clear = document.createElement("button");
clear.type = "button";
clear.className = "button";
clear.textContent = list.dataset.clear ?? "";
const update = () => {
clear.hidden = !boxes.some((box) => box.checked);
};
for (const item of list.children) {
const text = item.querySelector(".item");
if (!text) continue;
const name = (text.textContent ?? "").trim();
const box = document.createElement("input");
const label = document.createElement("label");
box.type = "checkbox";
box.checked = ticked.has(name);
box.addEventListener("change", () => {
const now = kept();
if (box.checked) now.add(name);
else now.delete(name);
keep(now);
update();
});
names.add(name);
text.before(label);
label.append(box, text);
item.classList.add("live");
boxes.push(box);
}
clear.addEventListener("click", () => {
for (const box of boxes.filter((box) => box.checked)) box.click();
boxes[0]?.focus();
});
update();
list.after(clear);
}
}
