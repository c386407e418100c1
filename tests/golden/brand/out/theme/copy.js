// Buttons that copy a text: the element that `data-copy` names, as a reader sees it.
"use strict";
{
  /**
   * Copies `text`, on pages from a folder, too, where a browser gives no clipboard.
   * @param {string} text
   */
  const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
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

  for (const button of document.querySelectorAll("[data-copy]")) {
    const source = document.getElementById(button.getAttribute("data-copy") ?? "");
    const said = button.parentElement?.querySelector("[role=status]");
    if (!(button instanceof HTMLButtonElement) || !source || !said) continue;
    button.addEventListener("click", async () => {
      // What is not shown has no text as a reader sees it.
      const text = source.hidden ? (source.textContent ?? "") : source.innerText;
      try {
        await copy(text.trim());
        said.textContent = button.dataset.done ?? "";
      } catch {
        said.textContent = button.dataset.failed ?? "";
      }
      button.focus();
      setTimeout(() => (said.textContent = ""), 4000);
    });
    button.hidden = false;
  }
}
