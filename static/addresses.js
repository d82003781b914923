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
    if (offer.parentNode === place || place.querySelector(".addresses")) return;
    toPlace.href = `#${place.id}`;
    place.append(offer);
  }
  document.addEventListener("pointerover", move);
  document.addEventListener("focusin", move);
  // Keys do not come to a paragraph with nothing in it to press.
  for (const place of document.querySelectorAll(PLACES)) {
    if (place.querySelector("a")) continue;
    const own = way("¶", paragraph);
    own.href = `#${place.id}`;
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
