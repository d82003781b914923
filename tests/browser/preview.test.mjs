// The preview in a browser while files are edited, broken and mended.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, listen } from "./support/chromium.mjs";
import { PROGRAM, copyOfExample } from "./support/program.mjs";

let browser, serve, root, address;

before(async () => {
  browser = await launch();
  root = copyOfExample();
  serve = spawn(PROGRAM, ["serve", "--root", root, "--port", "0", "--editor", "vscode"], { stdio: ["ignore", "pipe", "pipe"] });
  address = await new Promise((resolve, reject) => {
    let said = "";
    const hear = (part) => {
      said += part;
      const found = /http:\/\/localhost:\d+\//.exec(said);
      if (found) resolve(found[0]);
    };
    serve.stdout.on("data", hear);
    serve.stderr.on("data", hear);
    serve.on("exit", () => reject(new Error(`serve ended: ${said}`)));
  });
});
after(async () => {
  const ended = new Promise((resolve) => serve.on("exit", resolve));
  serve.kill("SIGINT");
  await ended;
  await browser.close();
});

const edit = (path, change) => writeFileSync(join(root, path), change(readFileSync(join(root, path), "utf8")));
const SECTION = "content/sections/02-full-support.md";
const PAGE = "sections/full-support.html";
const words = (page, text) => page.waitForFunction((text) => document.querySelector("main").innerText.includes(text), text, { timeout: 5000 });
/** All text that the preview shows beside the page. */
const shown = () => document.querySelector("dateline-preview")?.shadowRoot.textContent ?? "";
const shows = (page, text) => page.waitForFunction(
  (text) => document.querySelector("dateline-preview").shadowRoot.textContent.includes(text), text, { timeout: 5000 });
const hides = (page, text) => page.waitForFunction(
  (text) => !document.querySelector("dateline-preview").shadowRoot.textContent.includes(text), text, { timeout: 5000 });

test("a saved text stands on the page without a reload, and the place in it is kept", async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 500 } });
  const { wrong } = listen(page);
  await page.goto(address + PAGE);
  await page.evaluate(() => { window.kept = true; scrollTo({ top: 300, behavior: "instant" }); });
  const at = await page.evaluate(() => scrollY);
  edit(SECTION, (text) => `${text}\n\nA sentence that was added by the test.\n`);
  await words(page, "A sentence that was added by the test.");
  assert.equal(await page.evaluate(() => window.kept), true, "the page was loaded again");
  assert.ok(Math.abs(await page.evaluate(() => scrollY) - at) <= 20);
  assert.deepEqual(wrong, []);
  await page.close();
});

test("a mistake shows with its place, and leaves by itself when it is mended, in every tab", async () => {
  const tabs = [await browser.newPage(), await browser.newPage()];
  await tabs[0].goto(address + PAGE);
  await tabs[1].goto(`${address}actors/joe-biden.html`);
  for (let round = 0; round < 3; round += 1) {
    edit(SECTION, (text) => `${text}\n\nThis names [[nobody-at-all-${round}]].\n`);
    for (const tab of tabs) {
      await shows(tab, `nobody-at-all-${round}`);
      assert.match(await tab.evaluate(shown), /content\/sections\/02-full-support\.md:\d+/);
    }
    edit(SECTION, (text) => text.replace(/\n\nThis names .*\n/, ""));
    for (const tab of tabs) {
      await hides(tab, "nobody-at-all");
    }
  }
  for (const tab of tabs) await tab.close();
});

test("a style sheet is swapped alone", async () => {
  const page = await browser.newPage();
  await page.goto(address + PAGE);
  await page.evaluate(() => { window.kept = true; });
  edit("static/style.css", (text) => `${text}\nbody { border-top: 7px solid red }\n`);
  await page.waitForFunction(() => getComputedStyle(document.body).borderTopWidth === "7px", null, { timeout: 5000 });
  assert.equal(await page.evaluate(() => window.kept), true, "the page was loaded again");
  await page.close();
});

test("a broken template and broken settings show, and what was last good stays", async () => {
  const page = await browser.newPage();
  await page.goto(address + PAGE);
  const title = await page.locator("h1").innerText();
  for (const [path, broken, said] of [
    ["templates/section.html", (text) => text.replace("{{ body }}", "{{ bdoy }}"), "bdoy"],
    ["dateline.yaml", (text) => `${text}\ntitel: x\n`, "titel"],
  ]) {
    const good = readFileSync(join(root, path), "utf8");
    edit(path, broken);
    await shows(page, said);
    assert.equal(await page.locator("h1").innerText(), title);
    writeFileSync(join(root, path), good);
    await hides(page, said);
    await words(page, title);
  }
  await page.close();
});

test("what a build leaves out and what nobody could check is marked", async () => {
  const page = await browser.newPage();
  await page.goto(address + PAGE);
  const marked = (selector, what) => page.waitForFunction(
    ([selector, what]) => document.querySelector(selector)?.dataset.dateline === what, [selector, what], { timeout: 5000 });
  // No text of the example's source is kept beside it.
  await marked("main .quote[id]", "unarchived");
  assert.match(await page.getAttribute("main .quote[id]", "title"), /no text/i);
  const outline = () => page.evaluate(() => getComputedStyle(document.querySelector("[data-dateline]")).textDecorationStyle);
  assert.equal(await outline(), "dotted");
  edit(SECTION, (text) => text.replace("---\n", "---\ndraft: true\n"));
  await shows(page, "Not in a build: draft");
  edit(SECTION, (text) => text.replace("draft: true", "embargo: 2099-01-02T10:00Z"));
  await shows(page, "embargoed until 2099-01-02 10:00 UTC");
  edit(SECTION, (text) => text.replace("embargo: 2099-01-02T10:00Z\n", ""));
  await hides(page, "Not in a build");
  edit("content/events/blinken-zelenski-talk.md", (text) => text.replace("---\n", "---\ndraft: true\n"));
  await marked('main a[href$="blinken-zelenski-talk.html"]', "withheld");
  edit("content/events/blinken-zelenski-talk.md", (text) => text.replace("draft: true\n", ""));
  await page.waitForFunction(() => !document.querySelector('[data-dateline="withheld"]'), null, { timeout: 5000 });
  await page.close();
});

test("a mistake leads into the author's editor", async () => {
  const page = await browser.newPage();
  await page.goto(address + PAGE);
  edit(SECTION, (text) => `${text}\n\nThis names [[nobody-at-all]].\n`);
  await shows(page, "nobody-at-all");
  const open = await page.evaluate(() => document.querySelector("dateline-preview").shadowRoot.querySelector("section a").href);
  assert.match(open, /^vscode:\/\/file\/.*\/content\/sections\/02-full-support\.md:\d+:\d+$/);
  edit(SECTION, (text) => text.replace(/\n\nThis names .*\n/, ""));
  await hides(page, "nobody-at-all");
  await page.close();
});

test("no page of another site reads it, by another port or by a name that leads here", async () => {
  const port = new URL(address).port;
  const other = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end("<!doctype html><title>Other</title>"));
  await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
  const elsewhere = await launch(["--host-resolver-rules=MAP evil.example 127.0.0.1"]);
  const tried = (target) => {
    const settled = (promise) => promise.then(() => true, () => false);
    const loads = (name, set) => new Promise((resolve) => {
      const element = document.createElement(name);
      element.onload = () => resolve(name !== "iframe");
      element.onerror = () => resolve(false);
      set(element);
      document.body.append(element);
      setTimeout(() => resolve(false), 2000);
    });
    const stream = () => new Promise((resolve) => {
      const events = new EventSource(`${target}.dateline/events`);
      events.addEventListener("state", () => resolve(true));
      events.onerror = () => { events.close(); resolve(false); };
    });
    return Promise.all([
      settled(fetch(target).then((it) => it.text())),
      settled(fetch(`${target}briefing.json`).then((it) => it.text())),
      stream(),
      loads("script", (it) => { it.src = `${target}.dateline/preview.js`; }),
      loads("img", (it) => { it.src = `${target}icon.svg`; }),
    ]);
  };
  for (const name of ["127.0.0.1", "evil.example"]) {
    const page = await elsewhere.newPage();
    await page.goto(`http://${name}:${other.address().port}/`);
    for (const target of [`http://localhost:${port}/`, `http://127.0.0.1:${port}/`, `http://evil.example:${port}/`]) {
      assert.deepEqual(await page.evaluate(tried, target), [false, false, false, false, false], `${name} asks ${target}`);
    }
    await page.close();
  }
  // Even as a page of its own, under a name that is not its own.
  const page = await elsewhere.newPage();
  const answer = await page.goto(`http://evil.example:${port}/`);
  assert.equal(answer.status(), 421);
  await elsewhere.close();
  other.close();
});
