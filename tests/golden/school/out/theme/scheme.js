// The colour scheme that a reader chose, set before the page is painted, and the button that chooses it.
// Nothing is kept until somebody chooses; choosing what the device prefers forgets it again.
"use strict";
{
  const script = document.currentScript;
  const base = script instanceof HTMLScriptElement ? new URL("..", script.src).pathname : "/";
  const KEY = `homeroom:${base}:scheme`;
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");

  /** Storage may be refused; then a choice lasts as long as the page. */
  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  /** @param {string | null} scheme */
  const keep = (scheme) => {
    try {
      if (scheme) localStorage.setItem(KEY, scheme);
      else localStorage.removeItem(KEY);
    } catch {
      // See above.
    }
  };

  /** @param {string | null} scheme `light` or `dark`; anything else is the device's own. */
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
    // A page that a reader comes back to is as it was left, whatever was chosen since.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) follow();
    });
    label();
    button.hidden = false;
  });
}
