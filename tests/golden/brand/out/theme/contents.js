// The table of contents marks the part that is being read.
"use strict";
{
  /** @type {[HTMLElement, HTMLAnchorElement][]} */
  const parts = [];
  for (const link of document.querySelectorAll(".contents a")) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (part) parts.push([part, link]);
  }
  /** @type {HTMLAnchorElement | undefined} */
  let marked;
  let due = false;

  /** Marks the last part whose heading has passed the upper third of the window. */
  const mark = () => {
    due = false;
    const line = innerHeight / 3;
    let now;
    for (const [part, link] of parts) {
      if (part.getBoundingClientRect().top > line) break;
      now = link;
    }
    if (now === marked) return;
    marked?.removeAttribute("aria-current");
    now?.setAttribute("aria-current", "location");
    marked = now;
  };

  const later = () => {
    if (!due) requestAnimationFrame(mark);
    due = true;
  };

  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  mark();
}
