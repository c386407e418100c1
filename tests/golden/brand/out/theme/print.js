"use strict";
for (const button of document.querySelectorAll("[data-print]")) {
if (!(button instanceof HTMLButtonElement)) continue;
button.addEventListener("click", () => print());
button.hidden = false;
}
