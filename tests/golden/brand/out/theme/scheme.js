"use strict";
{
const script = document.currentScript;
const base = script instanceof HTMLScriptElement ? new URL("..", script.src).pathname : "/";
const KEY = `homeroom:${base}:scheme`;
const root = document.documentElement;
const device = matchMedia("(prefers-color-scheme: dark)");
const kept = () => {
try {
return localStorage.getItem(KEY);
} catch {
return null;
}
};
const keep = (scheme) => {
try {
if (scheme) localStorage.setItem(KEY, scheme);
else localStorage.removeItem(KEY);
} catch {
}
};
const show = (scheme) => {
if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
else delete root.dataset.scheme;
};
const own = () => (device.matches ? "dark" : "light");
const other = () => ((root.dataset.scheme ?? own()) === "dark" ? "light" : "dark");
show(kept());
addEventListener("DOMContentLoaded", () => {
const button = document.querySelector("[data-switch]");
if (!(button instanceof HTMLButtonElement)) return;
const label = () => {
button.textContent = button.dataset[other()] ?? "";
};
button.addEventListener("click", () => {
const scheme = other() === own() ? null : other();
show(scheme);
keep(scheme);
label();
});
device.addEventListener("change", label);
const follow = () => {
show(kept());
label();
};
addEventListener("storage", ({ key }) => {
if (key === KEY || key === null) follow();
});
addEventListener("pageshow", ({ persisted }) => {
if (persisted) follow();
});
label();
button.hidden = false;
});
}
