// Cards of the prompts that are chosen in the library: laid on a stock that a reader has, and printed from the browser.
// Where cards lie is told by places.css, which is made from the same table as the PDFs; how large their text is, is
// measured: as large as fits, and never smaller than nine points.
"use strict";
/** @typedef {{ lang: string, dir: string }} Tongue */
/** @typedef {Tongue & { title: string, asks: string[], ask: string, more: string }} Said */
/** @typedef {{ texts: Said[], theme: string | null, shape: { path: string, filled: boolean } | null, facts: string, duty: string | null, address: string | null, code: { size: number, path: string } | null }} Printed */
/** @typedef {{ load: (name: string) => Promise<Record<string, Printed>>, fetched: (url: string) => Promise<boolean> }} Files */
{
  /** @type {any} */
  const all = globalThis;
  /** @type {Sieve & Files} */
  const { make, written, load, fetched } = { ...all.homeroomSieve, ...all.homeroomFiles };
  const form = document.querySelector("[data-printer]");
  const say = form instanceof HTMLElement ? form.dataset : {};
  const page = document.documentElement;

  // --- What stands on a card -----------------------------------------------------------------------------------------

  /**
   * @param {number} from the left and top of what is shown
   * @param {number} size
   * @param {string} outline
   * @param {string} kind
   */
  const drawing = (from, size, outline, kind = "") => {
    const [svg, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
    svg.setAttribute("viewBox", `${from} ${from} ${size} ${size}`);
    path.setAttribute("d", outline);
    path.setAttribute("class", kind);
    svg.append(path);
    return svg;
  };
  /**
   * @param {Tongue} tongue
   * @param {string} kind
   * @param {(Node | string)[]} content
   */
  const words = ({ lang, dir }, kind, ...content) => make("p", { class: kind, lang, dir }, ...content);
  /**
   * @param {string} kind
   * @param {Node[]} content
   */
  const group = (kind, ...content) => make("div", { class: kind }, ...content);
  /** @param {Said[]} texts */
  const titles = (texts) => group("middle titled", ...texts.map((said, at) => words(said, at ? "second" : "title", said.title)));
  // As many as the largest card has room for: those that have none are not seen.
  const lines = () => group("middle ruled", ...Array.from({ length: 30 }, () => group("")));
  /** @param {Printed} prompt */
  const followUps = ({ texts }) => {
    const blocks = texts.flatMap((said) => (said.asks.length ? [words(said, "over", said.ask), ...said.asks.map((ask) => words(said, "item", ask))] : []));
    return blocks.length ? group("middle", ...blocks) : lines();
  };
  /** @type {Record<string, (prompt: Printed) => HTMLElement | null>} */
  const backs = {
    lines,
    "follow-ups": followUps,
    translation: ({ texts }) => (texts[1] ? titles(texts.slice(1)) : null),
    code: (prompt) => {
      const { code, address } = prompt;
      if (!code || !address) return followUps(prompt);
      // Four modules around it stay blank.
      const whole = code.size + 8;
      const drawn = drawing(-4, whole, code.path);
      drawn.style.setProperty("--whole", `${whole / code.size}`);
      return group("middle coded", group("row", drawn, group("", words(prompt.texts[0], "", prompt.texts[0].more), words({ lang: "", dir: "ltr" }, "address", address))));
    },
  };
  /**
   * A card: its front, and what is behind that.
   * @param {Printed} prompt
   * @param {string} kind of back
   */
  const card = (prompt, kind) => {
    const { texts, theme, shape, facts, duty } = prompt;
    const own = texts[0];
    const behind = backs[kind]?.(prompt);
    const sign = shape ? [drawing(0, 24, shape.path, shape.filled ? "" : "open")] : [];
    const head = words(own, "ends", ...(theme ? [make("b", {}, ...sign, theme)] : []), make("span", {}, facts));
    const must = duty ? [words(own, "", duty)] : [];
    /** @param {Node[]} content */
    const side = (...content) => group("card", ...content, words(page, "ends", make("span", {}, say.title ?? ""), make("span", { class: "number" })));
    return {
      name: own.title,
      front: side(head, titles(behind && kind === "translation" ? [own] : texts), ...(behind ? [] : must)),
      back: behind && side(behind, ...must),
    };
  };
  /** @typedef {ReturnType<typeof card>} Card */

  /** @param {Card[]} cards */
  const count = (cards) => {
    cards.forEach(({ front, back }, at) => {
      const [number, total] = [at + 1, cards.length].map((one) => written(one, say.digits));
      for (const side of [front, back]) side?.querySelector(".number")?.replaceChildren((say.number ?? "").replace("{number}", number).replace("{total}", total));
    });
  };

  // --- How large it is -----------------------------------------------------------------------------------------------

  /** @param {HTMLElement} card */
  const fits = (card) => {
    const foot = card.lastElementChild ?? card;
    const rim = Number.parseFloat(getComputedStyle(card).paddingBottom);
    return foot.getBoundingClientRect().bottom < card.getBoundingClientRect().bottom - rim + 0.5 && [...card.querySelectorAll("p")].every((one) => one.scrollWidth <= one.clientWidth);
  };
  /**
   * Sets each card as large as fits, all of them at once: the page is laid out a few times, and not for each card.
   * @param {HTMLElement[]} cards
   * @returns {Set<HTMLElement>} those that are too long at the smallest size
   */
  const fit = (cards) => {
    /** @type {(some: HTMLElement[], scale: (card: HTMLElement) => number) => HTMLElement[]} */
    const tooLarge = (some, scale) => {
      for (const card of some) card.style.setProperty("--scale", `${scale(card)}`);
      return some.filter((card) => !fits(card));
    };
    const large = tooLarge(cards, () => 1);
    const long = new Set(tooLarge(large, () => 0));
    const some = large.filter((card) => !long.has(card));
    const good = new Map(some.map((card) => [card, 0]));
    /** @param {HTMLElement} card */
    const scale = (card) => good.get(card) ?? 0;
    for (let step = 1 / 2; step > 1 / 100; step /= 2) {
      const over = tooLarge(some, (card) => scale(card) + step);
      for (const card of some) if (!over.includes(card)) good.set(card, scale(card) + step);
    }
    tooLarge(some, scale);
    return long;
  };

  // --- Where it lies -------------------------------------------------------------------------------------------------

  /**
   * Lays cards on sheets, and gives those that went there and those that are too long.
   * @param {Card[]} cards
   * @param {string} paper the classes of a stock, and of a way to turn it
   */
  const lay = async (cards, paper) => {
    /** @param {Node[]} content */
    const leaf = (...content) => group(`leaf ${paper}`, ...content);
    const sides = cards.flatMap(({ front, back }) => [front, ...(back ? [back] : [])]);
    const prints = group("prints", leaf(...sides));
    document.querySelector(".prints")?.remove();
    document.body.append(prints);
    const style = getComputedStyle(sides[0]);
    const [width, height, across, down] = [style.width, style.height, style.paddingLeft, style.paddingTop].map(Number.parseFloat);
    const places = Number(style.getPropertyValue("--places"));
    prints.style.setProperty("--wide", `${width - 2 * across}px`);
    prints.style.setProperty("--high", `${height - 2 * down}px`);
    count(cards);
    // What is laid out asks for its fonts.
    prints.getBoundingClientRect();
    await document.fonts.ready;
    const long = fit(sides);
    const left = cards.filter(({ front, back }) => long.has(front) || (back && long.has(back)));
    const good = cards.filter((card) => !left.includes(card));
    count(good);
    const leaves = [];
    for (let first = 0; first < good.length; first += places) {
      const here = good.slice(first, first + places);
      const fronts = here.map(({ front }) => front);
      const behind = here.map(({ back }) => back ?? group("card"));
      fronts.forEach((front, at) => front.classList.add("front", `front-${at}`));
      behind.forEach((back, at) => back.classList.add("back", `back-${at}`));
      if (paper.includes(" fold")) leaves.push(leaf(...fronts.flatMap((front, at) => [front, behind[at]])));
      else leaves.push(leaf(...fronts), ...(good.some(({ back }) => back) ? [leaf(...behind)] : []));
    }
    prints.replaceChildren(...leaves);
    return { good, left };
  };

  // --- What a reader wants -------------------------------------------------------------------------------------------

  /** @param {HTMLFieldSetElement} form */
  const begin = (form) => {
    const status = form.querySelector("[role=status]");
    const items = [...document.querySelectorAll("[data-cards]")];
    const files = new Map(items.map((item) => [item.getAttribute("data-id"), item.getAttribute("data-cards")]));
    /** @type {string[]} */
    let chosen = [];
    let isBusy = false;
    /** @type {Promise<boolean[]> | undefined} */
    let styles;

    /** @param {string} name */
    const wanted = (name) => {
      const select = form.elements.namedItem(name);
      return select instanceof HTMLSelectElement ? select.value : "";
    };
    /** How backs come behind fronts. */
    const turn = () => (wanted("back") === "none" ? "plain" : wanted("turn"));
    const show = () => {
      form.hidden = chosen.length === 0;
      for (const needs of form.querySelectorAll("[data-turn]")) {
        const which = needs.getAttribute("data-turn");
        needs.toggleAttribute("hidden", which ? which !== turn() : wanted("back") === "none");
      }
    };
    const press = async () => {
      styles ??= Promise.all((say.styles ?? "").split(" ").map((style) => fetched(new URL(style, location.href).href)));
      if (!(await styles).every(Boolean)) {
        styles = undefined;
        throw new Error("missing");
      }
      const names = new Set(chosen.map((id) => files.get(id)));
      /** @type {Record<string, Printed>} */
      const prompts = Object.assign({}, ...(await Promise.all([...names].map((name) => load(`print/${name}`)))));
      const tongues = wanted("tongues").split(" ");
      const kind = turn() === "plain" ? "" : wanted("back");
      const cards = chosen.map((id) => {
        const texts = prompts[id].texts.filter(({ lang }, at) => at === 0 || tongues.includes(lang));
        return card({ ...prompts[id], texts }, kind);
      });
      const { good, left } = await lay(cards, `${wanted("stock")} ${turn()}`);
      if (left.length) status?.replaceChildren(say.long ?? "", make("ul", {}, ...left.map(({ name }) => make("li", {}, name))));
      if (good.length) print();
    };
    const go = form.querySelector("button");
    if (go) go.hidden = false;
    go?.addEventListener("click", async () => {
      if (isBusy) return;
      isBusy = true;
      status?.replaceChildren();
      await press().catch(() => status?.replaceChildren(say.failed ?? ""));
      isBusy = false;
    });
    form.addEventListener("change", show);
    /** @param {any} event of the library */
    const take = (event) => {
      /** @type {string[]} */
      const ids = event.detail;
      chosen = ids.filter((id) => files.has(id));
      status?.replaceChildren();
      show();
    };
    addEventListener("homeroom:chosen", take);
    addEventListener("afterprint", () => document.querySelector(".prints")?.remove());
  };
  if (form instanceof HTMLFieldSetElement) begin(form);
}
