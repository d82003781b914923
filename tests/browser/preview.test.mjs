// The preview in a browser while files are edited, broken and mended.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, listen } from "./support/chromium.mjs";
import { PROGRAM, copyOfExample } from "./support/program.mjs";

let browser, serve, root, address;

before(async () => {
  browser = await launch();
  root = copyOfExample();
  serve = spawn(PROGRAM, ["serve", "--root", root, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
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
