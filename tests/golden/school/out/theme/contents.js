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

  /**
   * Marks the last part whose heading has come near the upper edge of the window, so that one that was
   * jumped to is marked though it is short; at the end of the page the last part.
   */
  const mark = () => {
    due = false;
    const line = Math.min(innerHeight / 3, 120);
    const isAtEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
    let now;
    for (const [part, link] of parts) {
      const { top } = part.getBoundingClientRect();
      if (top > line && !(isAtEnd && top < innerHeight)) break;
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

  // Where there is room the list is shown open, see kinds.css; so it is open for whoever asks the page, too.
  const room = matchMedia("(min-width: 61em)");
  const unfold = () => {
    for (const fold of document.querySelectorAll("details.contents")) {
      if (fold instanceof HTMLDetailsElement) fold.open = room.matches;
    }
  };
  room.addEventListener("change", unfold);
  unfold();

  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  mark();
}
