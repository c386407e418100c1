// Keeps an open page up to date: the server adds this script and findings.js, as one, to every page,
// and built sites do not have it. It learns which version of the page it is in from a header, asks for
// events while the page is visible, and then loads anew, swaps styles, or passes on what is wrong.
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

  /** Sheets on their way out, and for each new one those whose place it takes. */
  const leaving = new WeakSet();
  const before = new WeakMap();
  const restyle = (styles) => {
    const links = [...document.querySelectorAll('link[rel="stylesheet"]')].filter((link) => !leaving.has(link));
    if (links.length !== styles.length) return reload();
    links.forEach((link, at) => {
      if (link.getAttribute("href") === styles[at]) return;
      const old = [link, ...(before.get(link) || [])];
      const next = link.cloneNode();
      const arrive = () => old.forEach((one) => one.remove());
      leaving.add(link);
      before.set(next, old);
      next.setAttribute("href", styles[at]);
      next.addEventListener("load", arrive);
      next.addEventListener("error", arrive);
      link.after(next);
    });
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
      dispatchEvent(new CustomEvent("homeroom:news", { detail: news }));
    });
    stream.addEventListener("error", () => {
      close();
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, 5000);
    });
  };
  document.addEventListener("visibilitychange", open);
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => {
    // The page was kept as it was and came back.
    if (event.persisted) open();
  });
  open();
})();
