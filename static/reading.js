// Shows what a link in a text leads to before one follows it. A part of the cards is fetched when
// one of them is first asked for, by a script element: pages from a disk may not fetch files.
(() => {
  "use strict";
  const { root, parts, open } = document.currentScript.dataset;
  const SITE = new URL(root || "./", location.href).href;
  const LINKS = ":is(.prose, .points, .unknowns, .accounts) a[href]";
  const PAGE = /^(sections|actors|events|sources)\/[^/?#]+\.html$/;
  const WAIT = 300;

  const cards = new Map();
  const fetched = new Map();
  window.datelineCards = (list) => Object.entries(list).forEach(([path, card]) => cards.set(path, card));

  // The same sum as in the program (FNV-1a), so that a path tells its part.
  function fetchPart(path) {
    let sum = 0x811c9dc5;
    for (const letter of path) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193);
    const part = ((sum >>> 0) % Number(parts)) + 1;
    if (!fetched.has(part)) {
      fetched.set(part, new Promise((done) => {
        const script = document.createElement("script");
        script.onload = script.onerror = done;
        script.src = `${SITE}cards/${part}.js`;
        document.head.append(script);
      }));
    }
    return fetched.get(part);
  }

  // The page that a link leads to; of a citation's mark, that of the source in its note.
  function pageOf(link) {
    const note = link.matches(".cite") ? document.getElementById(link.hash.slice(1)) : null;
    const address = ((note ? note.querySelector("a[href]") : link)?.href ?? "").split("#")[0];
    const path = address.startsWith(SITE) ? address.slice(SITE.length) : "";
    return PAGE.test(path) && address !== location.href.split("#")[0] ? path : null;
  }
  const linkAt = (target) => {
    const link = target.closest?.(LINKS);
    return link && pageOf(link) ? link : null;
  };

  const box = document.createElement("div");
  box.id = "_card";
  let shown = null;
  let wanted = null;
  let timer = 0;
  const later = (act) => {
    clearTimeout(timer);
    timer = setTimeout(act, WAIT);
  };

  function hide() {
    clearTimeout(timer);
    wanted = null;
    shown?.removeAttribute("aria-describedby");
    shown = null;
    box.remove();
  }

  const line = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  async function show(link, tapped) {
    clearTimeout(timer);
    const path = pageOf(link);
    wanted = link;
    await fetchPart(path);
    if (wanted !== link || !link.isConnected) return;
    const card = cards.get(path);
    hide();
    if (!card) {
      if (tapped) link.click();
      return;
    }
    const [name, label, summary] = card;
    box.replaceChildren(line("p", "name", name));
    if (label) box.append(line("p", "label", label));
    if (summary) box.append(line("p", "", summary));
    // A tooltip may hold nothing to press; under a finger it is no tooltip.
    if (tapped) {
      const way = line("a", "", open);
      way.href = SITE + path;
      box.append(line("p", "more", way));
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", name);
    } else {
      box.append(line("p", "label address", path));
      box.setAttribute("role", "tooltip");
      box.removeAttribute("aria-label");
      link.setAttribute("aria-describedby", box.id);
    }
    document.querySelector("main").append(box);
    shown = link;
    place(link.getBoundingClientRect(), box.getBoundingClientRect());
  }

  // Under the link, or above it where there is no room; never over it.
  function place(link, card) {
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(link.left, width - card.width - 8));
    const above = link.bottom + card.height + 14 > innerHeight && link.top > card.height + 14;
    const top = above ? link.top - card.height - 6 : link.bottom + 6;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${top + scrollY}px`;
  }

  const hasFocus = () => shown?.matches(":focus-visible");
  document.addEventListener("pointerover", ({ pointerType, target }) => {
    if (pointerType === "touch") return;
    const link = linkAt(target);
    if (box.contains(target) || (link && link === shown)) clearTimeout(timer);
    else if (link) later(() => show(link, false));
    else if (!hasFocus()) later(hide);
  });
  document.addEventListener("focusin", ({ target }) => {
    const link = linkAt(target);
    if (link?.matches(":focus-visible")) show(link, false);
  });
  document.addEventListener("focusout", ({ relatedTarget }) => {
    if (!box.contains(relatedTarget)) hide();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });

  // Under a finger the first tap shows the card, and the second follows the link.
  let pointer = "";
  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
  }, true);
  document.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (pointer === "touch" && event.detail > 0 && link && link !== shown) {
      event.preventDefault();
      show(link, true);
    } else if (!box.contains(event.target)) {
      hide();
    }
  });
})();

// Offers the address of each paragraph and quotation of a text, and copies it with how to cite it.
(() => {
  "use strict";
  const { paragraph, quotation, copied, failed } = document.currentScript.dataset;
  const PLACES = ":is(.prose, .accounts) p[id]";
  const QUOTES = ".quote[id]";

  const way = (sign, label) => {
    const link = document.createElement("a");
    link.textContent = sign;
    link.title = label;
    link.setAttribute("aria-label", label);
    return link;
  };
  const group = (...links) => {
    const made = document.createElement("span");
    made.className = "addresses";
    made.append(...links);
    return made;
  };
  const toQuote = way("“”", quotation);
  const toPlace = way("¶", paragraph);
  const offer = group(toQuote, toPlace);

  // It goes where the pointer is, or the focus; the style sheet shows it there.
  function move({ target }) {
    const place = target.closest?.(PLACES);
    if (!place || offer.contains(target) || offer.contains(document.activeElement)) return;
    const quote = target.closest(QUOTES);
    if (quote) toQuote.href = `#${quote.id}`;
    else if (offer.parentNode !== place) toQuote.removeAttribute("href");
    toQuote.hidden = !toQuote.hash;
    if (offer.parentNode === place) return;
    const own = place.querySelector(".addresses a");
    (own ?? toPlace).href = `#${place.id}`;
    if (!own) place.append(offer);
  }
  document.addEventListener("pointerover", move);
  document.addEventListener("focusin", move);
  // Keys do not come to a paragraph with nothing in it to press.
  for (const place of document.querySelectorAll(PLACES)) {
    if (place.querySelector("a")) continue;
    // It leads nowhere until then: a page has no link that it would lack without this.
    const own = way("¶", paragraph);
    own.setAttribute("role", "link");
    own.tabIndex = 0;
    place.append(group(own));
  }

  const said = document.createElement("p");
  said.id = "_said";
  said.setAttribute("role", "status");
  document.querySelector("main").append(said);
  let timer = 0;
  function say(words) {
    said.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => said.replaceChildren(), 4000);
  }

  function textOf(place) {
    const copy = place.cloneNode(true);
    copy.querySelectorAll(".cite, .found, .addresses, .unseen").forEach((mark) => mark.remove());
    const text = copy.textContent.replace(/\s+/g, " ").trim();
    return /^[“"«„].*[”"»“]$/u.test(text) ? text : `“${text}”`;
  }

  // Where a page may not write to the clipboard (no https), the old way: what is selected is copied.
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "unseen";
      document.body.append(field);
      const focused = document.activeElement;
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      focused?.focus();
      return done;
    }
  }

  document.addEventListener("click", async ({ target }) => {
    const link = target.closest?.(".addresses a");
    const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!place) return;
    const page = document.querySelector("link[rel=canonical]")?.href;
    const line = document.querySelector(".cite-this p")?.textContent ?? document.title;
    const cite = page ? line.replace(`, ${page}`, "") : line;
    const address = `${page ?? location.href.split("#")[0]}${link.hash}`;
    say((await copy(`${textOf(place)}\n${cite}, ${address}`)) ? copied : failed);
  });
})();
