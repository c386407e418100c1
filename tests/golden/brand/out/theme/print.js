"use strict";
for (const button of document.querySelectorAll("[data-print]")) {
if (!(button instanceof HTMLButtonElement)) continue;
button.addEventListener("click", async () => {
const pictures = [...document.querySelectorAll("img")];
for (const picture of pictures) picture.loading = "eager";
await Promise.allSettled(pictures.map((picture) => picture.decode()));
print();
});
button.hidden = false;
}
