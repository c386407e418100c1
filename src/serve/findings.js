// Shows what is wrong with a page on top of it: a card for its own errors, which is in the way on
// purpose, and a small slip that counts everything else. Both can be put away. Texts of the site are
// only ever set as text.
(() => {
  "use strict";

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
  const button = (text, act) => {
    const made = element("button", "", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  /** What was put away, as it read then: it stays away while the page is loaded anew, until it differs. */
  const HIDDEN = "homeroom:hidden";
  let hidden = {};
  try {
    hidden = JSON.parse(sessionStorage.getItem(HIDDEN) || "{}") || {};
  } catch {
    // Without storage it comes back with the next version of the page.
  }
  const hide = (part, key) => {
    hidden[part] = key;
    try {
      sessionStorage.setItem(HIDDEN, JSON.stringify(hidden));
    } catch {
      // See above.
    }
  };

  const finding = (error) => {
    const parts = [element("p", "message", error.message)];
    if (error.file) {
      const where = error.line ? `${error.file}:${error.line}` : error.file;
      const links = [link(where, error.source)];
      if (error.editor) links.push(link("Open in editor", error.editor));
      parts.push(element("p", "where", "", links));
    }
    if (error.snippet && error.snippet.length) {
      const lines = error.snippet.map(([number, text]) =>
        element("span", number === error.line ? "line here" : "line", "", [element("i", "", String(number)), text]),
      );
      const snippet = element("pre", "", "", [element("span", "lines", "", lines)]);
      snippet.tabIndex = 0;
      parts.push(snippet);
    }
    if (error.help) parts.push(element("p", "help", `Help: ${error.help}`));
    return element("li", "", "", parts);
  };

  const elsewhere = (news) => link(count(news.elsewhere, "error on another page", "errors on other pages"), "/_homeroom/");

  const card = (news, close) => {
    const many = news.errors.length;
    const heading = element("h2", "", many === 1 ? "One thing needs mending" : `${many} things need mending`);
    heading.id = "heading";
    const said = element("div", "", "", [heading]);
    said.setAttribute("role", "alert");
    const page = news.last ? "Below is the last version without errors." : "Below is what could be made of this page.";
    const foot = element("p", "foot", `${page} Save the mended file, and this card goes away. `);
    if (news.elsewhere) foot.append(elsewhere(news));
    const made = element("section", "panel", "", [
      element("header", "", "", [said, button("Hide", close)]),
      element("div", "rest", "", [element("ul", "findings", "", news.errors.map(finding)), foot]),
    ]);
    made.setAttribute("aria-labelledby", "heading");
    made.tabIndex = -1;
    return made;
  };

  const slip = (news, open, close) => {
    const said = [];
    if (news.errors.length) said.push(button(count(news.errors.length, "error on this page", "errors on this page"), open));
    if (news.elsewhere) said.push(elsewhere(news));
    if (news.warnings) said.push(link(count(news.warnings, "warning", "warnings"), "/_homeroom/"));
    const gone = button("×", close);
    gone.setAttribute("aria-label", "Hide");
    const made = element("div", "count", "", [element("span", "", "", said), gone]);
    made.setAttribute("role", "status");
    return made;
  };

  let host = null;
  let now = "";
  /** Hides the card, where there is one. */
  let escape = null;
  const show = (news) => {
    const keys = { card: JSON.stringify(news.errors), slip: JSON.stringify([news.errors.length, news.elsewhere, news.warnings]) };
    // What is mended and breaks again is news.
    if (!news.errors.length && hidden.card) hide("card", "");
    if (!news.errors.length && !news.elsewhere && !news.warnings && hidden.slip) hide("slip", "");
    const key = JSON.stringify([keys, hidden, news.last]);
    if (key === now) return;
    now = key;
    const had = host && host === document.activeElement;
    if (host) host.remove();
    host = null;
    const turn = (part, key) => () => {
      hide(part, key);
      show(news);
    };
    const isCard = news.errors.length > 0 && hidden.card !== keys.card;
    const isSlip = (news.errors.length || news.elsewhere || news.warnings) && hidden.slip !== keys.slip;
    escape = isCard ? turn("card", keys.card) : null;
    if (!isCard && !isSlip) return;
    const made = isCard ? card(news, escape) : slip(news, turn("card", ""), turn("slip", keys.slip));
    // Until its styles are there it would be in the middle of the page.
    made.hidden = true;
    const style = document.createElement("link");
    style.setAttribute("rel", "stylesheet");
    style.setAttribute("href", "/_homeroom/live.css");
    const reveal = () => {
      made.hidden = false;
      // The next stop of the keyboard is in the card, unless its reader is somewhere else on the page.
      const isFree = !document.activeElement || document.activeElement === document.body;
      if (isCard && (had || isFree)) made.focus({ preventScroll: true });
      else if (had) made.querySelector("a, button").focus();
    };
    style.addEventListener("load", reveal);
    style.addEventListener("error", reveal);
    host = document.createElement("homeroom-findings");
    host.attachShadow({ mode: "open" }).append(style, made);
    // Beside the body, where no rule of the page counts it among its children.
    document.body.after(host);
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && escape && !event.defaultPrevented && !document.querySelector("dialog[open]")) escape();
  });
  addEventListener("homeroom:news", ({ detail }) => {
    // Our own pages say themselves what is wrong.
    if (!document.body.classList.contains("own")) show({ ...detail, errors: detail.errors || [] });
  });
})();
