// Part of the preview, never of the site: keeps an open page equal to what would be built now.
//
// Whenever anything changed, the page asks for itself again. Only where it is another page by now,
// the parts that differ are replaced, so that scroll position, open panels, focus and selection
// stay. Nothing from the site or from a message is ever used as HTML.
(() => {
  "use strict";

  const own = document.currentScript;
  let tag = own.dataset.page;

  // ---- News -------------------------------------------------------------------------------------

  // A browser opens few connections to one server, and each page that listens holds one. So of all
  // open pages one listens, and tells the others; when it is closed, the next one takes over.
  const channel = new BroadcastChannel("dateline-preview");
  let latest = null;
  channel.onmessage = ({ data }) => {
    if (data.state) told(data.state);
    else if (data.ask && listening && latest) channel.postMessage({ state: latest });
  };
  let listening = false;
  const listen = () => {
    listening = true;
    const events = new EventSource("/.dateline/events");
    events.addEventListener("state", (event) => {
      channel.postMessage({ state: event.data });
      told(event.data);
    });
    return new Promise(() => {});
  };
  if (navigator.locks) {
    navigator.locks.request("dateline-preview", listen);
    channel.postMessage({ ask: true });
  } else {
    listen();
  }

  function told(text) {
    const isNews = latest !== null && text !== latest;
    latest = text;
    const state = JSON.parse(text);
    show(state, isNews);
    refresh(isNews ? state.files : []);
  }

  // ---- The page ---------------------------------------------------------------------------------

  let busy = false;
  let waiting = null;

  async function refresh(files) {
    waiting = [...(waiting ?? []), ...files];
    if (busy) return;
    busy = true;
    while (waiting) {
      const changed = waiting;
      waiting = null;
      try {
        await compare(changed);
      } catch {
        // The server has gone; when it is back, there is news.
      }
    }
    busy = false;
  }

  async function compare(files) {
    if (uses(files)) return location.reload();
    const answer = await fetch(location.pathname + location.search, {
      cache: "no-store",
      headers: { "If-None-Match": `"${tag}"` },
    });
    if (answer.status === 304) return;
    const other = (answer.headers.get("ETag") ?? "").replaceAll('"', "");
    if (other === tag) return;
    const isPage = (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
    const next = new DOMParser().parseFromString(isPage ? await answer.text() : "", "text/html");
    if (!isPage || scripts(next) !== scripts(document)) return location.reload();
    tag = other;
    const [x, y] = [scrollX, scrollY];
    document.title = next.title;
    styles(next);
    attributes(document.documentElement, next.documentElement);
    replace(document.body, next.body);
    mark(marksOf(next));
    if (scrollX !== x || scrollY !== y) scrollTo({ left: x, top: y, behavior: "instant" });
  }

  // Whether the page shows one of these files under an address that stayed the same.
  function uses(files) {
    if (files.length === 0) return false;
    const changed = new Set(files.map((file) => new URL(file, `${location.origin}/`).pathname));
    const shown = document.querySelectorAll("[src], link[href], object[data]");
    return [...shown].some((element) => {
      const address = element.currentSrc || element.src || element.href || element.data;
      return typeof address === "string" && changed.has(new URL(address, location).pathname);
    });
  }

  // A script that is put into a page does not run as it would have: only a new page is right.
  function scripts(page) {
    const all = [...page.querySelectorAll("script")];
    return all.filter((script) => !script.dataset.page).map((it) => it.outerHTML).join("\n");
  }

  // A new style sheet is loaded before the old one goes, so that the page never stands bare.
  function styles(next) {
    const sheets = (page) => [...page.querySelectorAll('head link[rel~="stylesheet"]')];
    const before = sheets(document);
    const after = sheets(next);
    const address = (sheet) => sheet.getAttribute("href");
    if (before.map(address).join("\n") === after.map(address).join("\n")) return;
    let last = before.at(-1);
    const loaded = after.map((sheet) => {
      const fresh = document.importNode(sheet, true);
      const done = new Promise((resolve) => (fresh.onload = fresh.onerror = resolve));
      last ? last.after(fresh) : document.head.append(fresh);
      last = fresh;
      return done;
    });
    Promise.all(loaded).then(() => before.forEach((sheet) => sheet.remove()));
  }

  function attributes(now, next) {
    for (const { name } of [...now.attributes]) {
      // What the reader opened stays open.
      const isReaders = name === "open" && now.localName === "details";
      if (!next.hasAttribute(name) && !isReaders) now.removeAttribute(name);
    }
    for (const { name, value } of next.attributes) {
      if (now.getAttribute(name) !== value) now.setAttribute(name, value);
    }
  }

  // Makes the children of `now` those of `next`; what is equal stays the same element.
  function replace(now, next) {
    const old = [...now.childNodes];
    const fresh = [...next.childNodes];
    while (old.length && fresh.length && old[0].isEqualNode(fresh[0])) {
      old.shift();
      fresh.shift();
    }
    while (old.length && fresh.length && old.at(-1).isEqualNode(fresh.at(-1))) {
      old.pop();
      fresh.pop();
    }
    const end = old.length ? old.at(-1).nextSibling : anchor(now, fresh, next);
    for (const node of fresh) {
      const twin = old.shift();
      if (!twin) now.insertBefore(document.importNode(node, true), end);
      else if (alike(twin, node)) merge(twin, node);
      else twin.replaceWith(document.importNode(node, true));
    }
    for (const node of old) node.remove();
  }

  // Before which child of `now` new children belong, where none of the old ones differ.
  function anchor(now, fresh, next) {
    if (!fresh.length) return null;
    let after = 0;
    for (let node = fresh.at(-1).nextSibling; node; node = node.nextSibling) after += 1;
    return now.childNodes[now.childNodes.length - after] ?? null;
  }

  function alike(a, b) {
    return a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id ?? "") === (b.id ?? "");
  }

  function merge(now, next) {
    if (now.nodeType !== Node.ELEMENT_NODE) {
      if (now.nodeValue !== next.nodeValue) now.nodeValue = next.nodeValue;
      return;
    }
    attributes(now, next);
    replace(now, next);
  }

  // ---- What a build would leave out, and what nobody could check --------------------------------

  function marksOf(page) {
    return JSON.parse(page.querySelector("script[data-page]")?.dataset.marks || "{}");
  }

  let status = [];

  function mark({ status: withheld = [], quotations = {}, links = {} }) {
    for (const element of document.querySelectorAll("[data-dateline]")) {
      delete element.dataset.dateline;
      element.removeAttribute("title");
    }
    const put = (element, what, why) => {
      element.dataset.dateline = what;
      element.title = why;
    };
    for (const [id, { verdict, why }] of Object.entries(quotations)) {
      const element = document.getElementById(id);
      if (element) put(element, verdict, why);
    }
    for (const link of document.querySelectorAll("main a[href]")) {
      const why = links[decodeURIComponent(new URL(link.href).pathname).replace(/^\//, "")];
      if (why) put(link, "withheld", `Not in a build: ${why}.`);
    }
    status = withheld;
    if (latest) show(JSON.parse(latest), false);
  }

  // ---- What is wrong ----------------------------------------------------------------------------

  // Beside the body, so that replacing the body's children leaves it alone; in a tree of its own,
  // so that the site's styles and ours do not meet.
  const host = document.createElement("dateline-preview");
  const tree = host.attachShadow({ mode: "open" });
  const panel = element("aside");
  panel.setAttribute("aria-label", "Preview");
  host.hidden = true;
  let hiddenErrors = null;

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/.dateline/preview.css";
  tree.append(style, panel);
  // For the marks, which are on the page itself.
  const marks = document.createElement("link");
  marks.rel = "stylesheet";
  marks.href = "/.dateline/marks.css";
  host.append(marks);
  document.documentElement.append(host);

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function button(text, act) {
    const made = element("button", "", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function show(state, isNews) {
    const key = JSON.stringify(state.errors);
    if (hiddenErrors !== key) hiddenErrors = null;
    panel.replaceChildren();
    const folded = state.errors.length === 0 || hiddenErrors !== null;
    host.classList.toggle("folded", folded);
    if (folded) panel.append(...badges(state, isNews));
    else panel.append(...errors(state, key));
    host.hidden = panel.childNodes.length === 0;
  }

  function errors(state, key) {
    const head = element("header");
    head.setAttribute("role", "alert");
    head.append(element("strong", "", state.summary));
    head.append(...status.map((why) => element("strong", "withheld", `Not in a build: ${why}`)));
    head.append(button("Hide", () => {
      hiddenErrors = key;
      show(state, false);
    }));
    const list = state.errors.map((error) => {
      const item = element("section");
      if (error.place) {
        const place = element("p");
        place.append(element("code", "", error.place));
        const copy = button("Copy", async () => {
          try {
            await navigator.clipboard.writeText(error.place);
            copy.textContent = "Copied";
          } catch {
            getSelection().selectAllChildren(place.firstChild);
          }
        });
        place.append(copy);
        if (error.open) {
          const open = element("a", "", "Open");
          open.href = error.open;
          place.append(open);
        }
        item.append(place);
      }
      item.append(element("pre", "", error.text));
      return item;
    });
    if (state.more) list.push(element("p", "", state.more));
    return [head, ...list];
  }

  function badges(state, isNews) {
    const made = status.map((why) => element("strong", "withheld", `Not in a build: ${why}`));
    if (state.errors.length) {
      const open = button(state.summary, () => {
        hiddenErrors = null;
        show(state, false);
      });
      open.className = "errors";
      made.push(open);
    } else if (state.summary) {
      made.push(element("span", "", state.summary));
    }
    const here = decodeURIComponent(location.pathname).replace(/^\//, "") || "index.html";
    if (isNews && state.pages.length && !state.pages.some(({ path }) => path === here)) {
      const { path, title } = state.pages[0];
      const jump = element("a", "", `Changed: ${title}`);
      jump.href = `/${path.split("/").map(encodeURIComponent).join("/")}`;
      made.push(jump);
    }
    return made;
  }

  mark(marksOf(document));
})();
