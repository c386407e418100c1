// Keeps an open page up to date: the server adds this one script to every page, and built sites do
// not have it. It learns which version of the page it is in from a header, asks for events while the
// page is visible, and then loads anew, swaps styles, or shows what is wrong.
(() => {
  "use strict";

  /** The digests of this page's bytes, and of its bytes without the addresses of its styles. */
  let version = "";
  const navigation = performance.getEntriesByType("navigation")[0];
  for (const timing of (navigation && navigation.serverTiming) || []) {
    if (timing.name === "homeroom") version = timing.description;
  }
  const shape = (text) => text.slice(text.indexOf("-"));

  // ---- The place on the page, kept when it is loaded anew. ----

  const KEPT = "homeroom:place";
  const kept = () => {
    try {
      const place = JSON.parse(sessionStorage.getItem(KEPT) || "null");
      sessionStorage.removeItem(KEPT);
      return place && place.path === location.pathname + location.search ? place : null;
    } catch {
      return null;
    }
  };
  const reload = () => {
    try {
      const open = [...document.querySelectorAll("details")].map((one) => one.open);
      sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname + location.search, x: scrollX, y: scrollY, open }));
    } catch {
      // Without storage the browser's own way of keeping the place must do.
    }
    location.reload();
  };
  const place = kept();
  if (place) {
    const folds = document.querySelectorAll("details");
    if (folds.length === place.open.length) folds.forEach((one, at) => (one.open = place.open[at]));
    const back = () => scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    back();
    addEventListener("load", () => requestAnimationFrame(back), { once: true });
  }

  // ---- Styles: the new sheet is there before the old one goes. ----

  const restyle = (styles) => {
    const links = [...document.querySelectorAll('link[rel="stylesheet"]')];
    if (links.length !== styles.length) return reload();
    links.forEach((link, at) => {
      if (link.getAttribute("href") === styles[at]) return;
      const next = link.cloneNode();
      next.setAttribute("href", styles[at]);
      next.addEventListener("load", () => link.remove());
      next.addEventListener("error", () => link.remove());
      link.after(next);
    });
  };

  // ---- What is wrong. ----

  const element = (name, className, text, children = []) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  };
  const link = (text, href) => {
    const made = element("a", "", text);
    made.setAttribute("href", href);
    return made;
  };

  let host = null;
  let hidden = "";
  const finding = (error) => {
    const parts = [element("p", "message", error.message)];
    if (error.file) {
      const where = error.line ? `${error.file}:${error.line}` : error.file;
      const links = [link(where, error.source)];
      if (error.editor) links.push(" ", link("Open in editor", error.editor));
      parts.push(element("p", "where", "", links));
    }
    if (error.snippet && error.snippet.length) {
      const lines = error.snippet.map(([number, text]) =>
        element("span", number === error.line ? "line here" : "line", `${String(number).padStart(4)}  ${text}\n`),
      );
      const snippet = element("pre", "", "", lines);
      snippet.tabIndex = 0;
      parts.push(snippet);
    }
    if (error.help) parts.push(element("p", "help", error.help));
    return element("li", "", "", parts);
  };
  const button = (text, act) => {
    const made = element("button", "", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  const show = (news) => {
    const key = JSON.stringify([news.errors, news.elsewhere, news.warnings]);
    const errors = news.errors || [];
    const had = host && host.contains(document.activeElement);
    if (host) host.remove();
    host = null;
    if (!errors.length && !news.elsewhere && !news.warnings) return;
    host = document.createElement("homeroom-findings");
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.setAttribute("rel", "stylesheet");
    style.setAttribute("href", "/_homeroom/live.css");
    root.append(style);
    if (errors.length && hidden !== key) {
      const heading = element("h2", "", errors.length === 1 ? "One thing needs mending" : `${errors.length} things need mending`);
      heading.id = "heading";
      const hide = () => {
        hidden = key;
        show(news);
      };
      const panel = element("section", "panel", "", [
        element("header", "", "", [heading, button("Hide", hide)]),
        element("ul", "findings", "", errors.map(finding)),
        element("p", "foot", "This is the last version without them, where there is one. It goes on by itself once they are mended."),
      ]);
      panel.setAttribute("role", "alertdialog");
      panel.setAttribute("aria-labelledby", "heading");
      panel.addEventListener("keydown", (event) => {
        if (event.key === "Escape") hide();
      });
      root.append(panel);
      if (had) panel.querySelector("button").focus();
    } else if (hidden !== `gone ${key}`) {
      const said = [];
      if (errors.length) said.push(count(errors.length, "error", "errors"));
      if (news.elsewhere) said.push(`${count(news.elsewhere, "error", "errors")} on other pages`);
      if (news.warnings) said.push(count(news.warnings, "warning", "warnings"));
      const gone = button("×", () => {
        hidden = `gone ${key}`;
        show(news);
      });
      gone.setAttribute("aria-label", "Hide");
      const badge = element("p", "badge", "", [link(said.join(", "), "/_homeroom/"), gone]);
      badge.setAttribute("role", "status");
      root.append(badge);
    }
    document.body.append(host);
  };

  // ---- Events, while the page is visible: browsers allow six connections a host. ----

  let stream = null;
  let wait = 500;
  let timer = 0;
  const close = () => {
    clearTimeout(timer);
    if (stream) stream.close();
    stream = null;
  };
  const open = () => {
    close();
    if (document.visibilityState !== "visible") return;
    stream = new EventSource(`/_homeroom/events?page=${encodeURIComponent(location.pathname)}`);
    stream.addEventListener("build", (event) => {
      wait = 500;
      const news = JSON.parse(event.data);
      // Over plain http from another device the header is kept from scripts: begin with what is now.
      if (!version) version = news.version;
      if (news.version !== version) {
        if (shape(news.version) !== shape(version) || !news.styles) return reload();
        version = news.version;
        restyle(news.styles);
      }
      show(news);
    });
    stream.addEventListener("error", () => {
      close();
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, 5000);
    });
  };
  document.addEventListener("visibilitychange", open);
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
})();
