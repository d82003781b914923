// Tells a reader who comes back what changed meanwhile. Which version was seen, and when, is kept in
// this browser alone; where it keeps nothing, nothing is told.
(() => {
  "use strict";
  const list = document.getElementById("_changes");
  if (!list) return;
  const { latest, since, mark } = list.dataset;
  const key = `dateline:seen:${location.pathname.replace(/[^/]*$/, "")}`;
  const two = (number) => String(number).padStart(2, "0");
  const now = new Date();
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

  // The visits of a day are one, or a second look would hide what the first one told. Kept are version
  // and day of this visit, and of the one before.
  let before, day;
  try {
    const [seen, on, earlier, earlierOn] = (localStorage.getItem(key) ?? "").split(" ");
    [before, day] = on === today ? [earlier, earlierOn] : [seen || latest, on || today];
    localStorage.setItem(key, [latest, today, before, day].join(" "));
  } catch {
    return;
  }
  const newer = [...list.querySelectorAll("[data-version]")].filter((row) => Number(row.dataset.version) > Number(before));
  if (!newer.length || !/^\d+$/.test(before) || !/^\d{4}-\d\d-\d\d$/.test(day)) return;

  const changed = new Map();
  for (const link of newer.flatMap((row) => [...row.querySelectorAll("li a")])) {
    if (!changed.has(link.href)) changed.set(link.href, link.cloneNode(true));
  }
  for (const link of document.querySelectorAll("main a[href]")) {
    if (!changed.has(link.href) || list.contains(link) || link.matches(".cite")) continue;
    const words = document.createElement("span");
    words.className = "unseen";
    words.textContent = ` (${mark})`;
    link.classList.add("changed");
    link.append(words);
  }

  const made = (name, ...content) => {
    const element = document.createElement(name);
    element.append(...content);
    return element;
  };
  const { lang } = document.documentElement;
  const date = new Date(`${day}T12:00`).toLocaleDateString(lang === "en" ? "en-GB" : lang, { day: "numeric", month: "long", year: "numeric" });
  const heading = made("h2", since.replace("{date}", date));
  heading.id = "_since_heading";
  const rows = changed.size ? [...changed.values()] : newer.map((row) => row.querySelector("p").textContent);
  const more = made("a", document.getElementById("s_changes").textContent);
  more.href = "#_changes";
  const way = made("p", more);
  way.className = "more";
  const box = made("section", heading, made("ul", ...rows.map((row) => made("li", row))), way);
  box.id = "_since";
  box.setAttribute("aria-labelledby", heading.id);
  const lead = document.querySelector("main .lead");
  if (lead) lead.after(box);
  else document.querySelector("main").prepend(box);
})();
