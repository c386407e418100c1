"use strict";
{
const parts = [];
for (const link of document.querySelectorAll(".contents a")) {
if (!(link instanceof HTMLAnchorElement)) continue;
const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
if (part) parts.push([part, link]);
}
let marked;
let due = false;
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
