// Searches the site in the reader's browser; nothing is sent anywhere.
(() => {
  "use strict";

  // Letters of other scripts as Latin ones, so that Рябков, Ryabkov and Riabkov are the same.
  const LATIN = {
    а: "a", б: "b", в: "v", г: "g", ґ: "g", д: "d", е: "e", ё: "e", є: "e", ж: "zh", з: "z", и: "i", і: "i", ї: "i", й: "i",
    к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ў: "u", ф: "f", х: "h", ц: "ts", ч: "ch",
    ш: "sh", щ: "sch", ъ: "", ы: "i", ь: "", э: "e", ю: "iu", я: "ia", ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d",
    α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "x", ο: "o",
    π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "i", φ: "f", χ: "h", ψ: "ps", ω: "o",
  };
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[\u0370-\u04ff\u00df-\u0142]/g, (c) => LATIN[c] ?? c)
    .replace(/['’ʼ]/g, "").replace(/kh/g, "h").replace(/shch/g, "sch").replace(/y/g, "i").replace(/[ij]{2,}/g, "i").replace(/ie/g, "e");
  const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ]*/gu;
  const MOST = 50;

  const things = [];
  window.datelineFound = (list) => {
    for (const it of list) {
      const words = (text) => ` ${(text.match(WORDS) ?? []).map(fold).join(" ")}`;
      things.push({ ...it, title: words(it.t), names: words(it.n ?? ""), text: words(it.x ?? "") });
    }
    look();
  };

  const form = document.getElementById("_search");
  const query = document.getElementById("_query");
  const found = document.getElementById("_found");
  const results = document.getElementById("_results");
  const names = document.getElementById("_names");
  form.hidden = false;
  query.value = new URLSearchParams(location.search).get("q") ?? "";
  form.addEventListener("submit", (event) => event.preventDefault());
  query.addEventListener("input", look);
  query.focus();

  // How well a thing fits: every word of the query begins a word of it.
  function score(thing, words) {
    let sum = 0;
    for (const word of words) {
      const start = ` ${word}`;
      const whole = (text) => (`${text} `.includes(`${start} `) ? 1 : 0);
      const inTitle = thing.title.includes(start) ? 20 + 10 * whole(thing.title) + (thing.title.startsWith(start) ? 5 : 0) : 0;
      const inNames = thing.names.includes(start) ? 12 + 6 * whole(thing.names) : 0;
      const inText = thing.text.includes(start) ? 2 + whole(thing.text) : 0;
      if (!inTitle && !inNames && !inText) return 0;
      sum += inTitle + inNames + inText;
    }
    return sum;
  }

  function look() {
    const words = (query.value.match(WORDS) ?? []).map(fold).filter(Boolean);
    names.hidden = words.length > 0;
    const all = [];
    if (words.length) {
      things.forEach((thing, number) => {
        const value = score(thing, words);
        if (value) all.push([value, number]);
      });
      all.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    }
    const { lang } = document.documentElement;
    const { none, few, many } = form.dataset;
    // Where a language has more forms than two, the page has them, and browsers know which it is.
    const category = few ? new Intl.PluralRules(lang).select(all.length) : all.length === 1 ? "one" : "many";
    const figures = all.length.toLocaleString(lang, { numberingSystem: "latn" });
    const said = all.length === 0 ? none : (form.dataset[category] ?? many).replace("{n}", figures);
    found.textContent = words.length ? said : "";
    results.replaceChildren(...all.slice(0, MOST).map(([, number]) => item(things[number], words)));
  }

  function item(thing, words) {
    const made = document.createElement("li");
    const link = document.createElement("a");
    link.href = form.dataset.root + thing.a;
    link.append(...marked(thing.t, words));
    const kind = document.createElement("span");
    kind.className = "label";
    kind.append(thing.k, ...(thing.n ? [" · ", ...marked(thing.n, words)] : []));
    made.append(link, " ", kind);
    if (thing.x) {
      const text = document.createElement("p");
      text.append(...marked(around(thing.x, words), words));
      made.append(text);
    }
    return made;
  }

  // A piece of a long text around the first word that fits.
  function around(text, words) {
    if (text.length <= 220) return text;
    const hit = [...text.matchAll(WORDS)].find(([word]) => words.some((it) => fold(word).startsWith(it)));
    const start = Math.max(0, (hit?.index ?? 0) - 80);
    const from = start ? text.indexOf(" ", start) + 1 : 0;
    const end = text.indexOf(" ", from + 200);
    return `${from ? "… " : ""}${text.slice(from, end < 0 ? undefined : end)}${end < 0 ? "" : " …"}`;
  }

  function marked(text, words) {
    const parts = [];
    let at = 0;
    for (const match of text.matchAll(WORDS)) {
      if (!words.some((word) => fold(match[0]).startsWith(word))) continue;
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      parts.push(text.slice(at, match.index), mark);
      at = match.index + match[0].length;
    }
    return [...parts, text.slice(at)];
  }
})();
