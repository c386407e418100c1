// Buttons that copy a text: the element that `data-copy` names, as a reader sees it.
"use strict";
{
  /**
   * Copies `text`, also where a browser gives pages no clipboard, as it does over plain http.
   * @param {string} text
   */
  const copy = async (text) => {
    try {
      return await navigator.clipboard.writeText(text);
    } catch {
      // There is no clipboard, or it is refused, as in a frame; the old way may still be open.
    }
    const field = document.createElement("textarea");
    field.value = text;
    field.readOnly = true;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (!done) throw new Error("nothing was copied");
  };

  Object.assign(globalThis, { homeroomCopy: copy });

  for (const button of document.querySelectorAll("[data-copy]")) {
    const source = document.getElementById(button.getAttribute("data-copy") ?? "");
    const said = button.parentElement?.querySelector("[role=status]");
    if (!(button instanceof HTMLButtonElement) || !source || !said) continue;
    // To whom it goes, where there is a choice.
    const to = button.parentElement?.querySelector("[data-copy-to]");
    if (to instanceof HTMLSelectElement) to.hidden = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let end;
    button.addEventListener("click", async () => {
      const chosen = (to instanceof HTMLSelectElement && document.getElementById(to.value)) || source;
      // What is not shown has no text as a reader sees it.
      const text = (chosen.hidden ? (chosen.textContent ?? "") : chosen.innerText).trim();
      try {
        await copy(text);
        const { done = "", length } = button.dataset;
        said.textContent = length ? `${done} ${length}: ${[...text].length.toLocaleString(document.documentElement.lang)}` : done;
      } catch {
        said.textContent = button.dataset.failed ?? "";
      }
      button.focus();
      clearTimeout(end);
      end = setTimeout(() => (said.textContent = ""), 4000);
    });
    button.hidden = false;
  }
}
