// What makes a reader scroll sideways: on a narrow phone, with text at twice its size, or both.

const VIEWS = [
  { width: 320, text: "100%" },
  { width: 320, text: "200%" },
  { width: 1280, text: "200%" },
];

/** Where the page that is open is wider than its window, in words. It leaves the window at another size. */
export async function tooWide(page) {
  const found = [];
  for (const { width, text } of VIEWS) {
    await page.setViewportSize({ width, height: 700 });
    const over = await page.evaluate(overflow, text);
    if (over) found.push(`at ${width} px with text at ${text} it is too wide by ${over}`);
  }
  return found;
}

/** By how much the page is too wide and where, or an empty string. */
function overflow(text) {
  const page = document.documentElement;
  page.style.fontSize = text;
  const over = page.scrollWidth - page.clientWidth;
  const sticksOut = (element) => element.getBoundingClientRect().right > page.clientWidth + 1;
  const first = [...document.body.querySelectorAll("*")].find((element) => sticksOut(element) && ![...element.children].some(sticksOut));
  const name = first && `${first.localName}.${first.className}`;
  const said = over > 0 ? `${over} px, such as ${name} "${first?.textContent.trim().slice(0, 30)}"` : "";
  page.style.fontSize = "";
  return said;
}
