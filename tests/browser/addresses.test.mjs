// Every paragraph and quotation has an address that lasts, and a way to copy it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { launch, listen } from "./support/chromium.mjs";
import { build, copyOfExample } from "./support/program.mjs";
import { serveFolder } from "./support/server.mjs";

const SECTION = "sections/01-the-call.md";
const PAGE = "sections/the-call.html";
let browser, site, root, server;
before(async () => {
  browser = await launch();
  root = copyOfExample();
  site = build(root);
  server = await serveFolder("/", () => site);
});
after(async () => {
  await server.stop();
  await browser.close();
});

const places = (page) => page.locator(".prose p[id]");
const wordsAt = (page, hash) => page.evaluate((id) => document.getElementById(id)?.textContent.replace(/\[\d+\]/g, ""), hash);

test("an address leads to the same words when a paragraph was written above them", async () => {
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(site)}/${PAGE}`);
  const before = await places(page).evaluateAll((all) => all.map(({ id }) => id));
  assert.ok(before.length > 2 && before.every((id) => /^t-[0-9a-f]{8}$/.test(id)), `${before}`);
  const words = await Promise.all(before.map((id) => wordsAt(page, id)));
  const file = join(root, "content", SECTION);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/\n---\n/, "\n---\n\nA paragraph that was not there [@agency-report].\n\n"));
  const edited = build(root);
  writeFileSync(file, text);
  await page.goto(`${pathToFileURL(edited)}/${PAGE}`);
  assert.equal(await places(page).count(), before.length + 1);
  for (const [n, id] of before.entries()) assert.equal(await wordsAt(page, id), words[n]);
  // On the front page the same text stands too, under ids of its own.
  await page.goto(`${pathToFileURL(edited)}/index.html`);
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.includes(`the-call-${before[0]}`));
  await page.close();
});

test("a pointer is offered the address of the paragraph, and copies it with words and citation", async () => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  const { wrong } = listen(page);
  await page.goto(server.address + PAGE);
  const place = places(page).nth(1);
  const [height, id] = [await page.evaluate(() => document.documentElement.scrollHeight), await place.getAttribute("id")];
  await place.hover();
  const way = place.locator(".addresses a[title*=paragraph]");
  assert.equal(await place.locator(".addresses").evaluate((it) => getComputedStyle(it).opacity), "1");
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height);
  const size = await way.boundingBox();
  assert.ok(size.width >= 24 && size.height >= 24);
  await way.click();
  await page.locator("#_said", { hasText: "Copied" }).waitFor();
  assert.equal(await page.locator("#_said").getAttribute("role"), "status");
  assert.equal(new URL(page.url()).hash, `#${id}`);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const [words, citation] = text.split("\n");
  assert.match(words, /^“.+”$/);
  assert.ok(!/\[\d+\]|¶/.test(words), words);
  assert.match(citation, /“.+”, The Biden–Putin call.*, As of 30 December 2021, https:\/\/example\.org\/sections\/the-call\.html#t-/);
  assert.ok(text.endsWith(`#${id}`));
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a quotation has an address of its own, and both can be had by keys and from the disk", async () => {
  const page = await browser.newPage();
  const { wrong } = listen(page);
  await page.goto(`${pathToFileURL(site)}/${PAGE}`);
  const quote = page.locator(".prose .quote").first();
  await quote.hover();
  const place = page.locator("p:has(> .addresses)").filter({ has: page.locator("a[title*=quotation]") });
  const id = await quote.getAttribute("id");
  assert.equal(await place.locator("a[title*=quotation]").getAttribute("href"), `#${id}`);
  await places(page).first().locator("a").first().focus();
  const way = places(page).first().locator(".addresses a[title*=paragraph]");
  let found = false;
  for (let n = 0; n < 20 && !found; n += 1) {
    await page.keyboard.press("Tab");
    found = await way.evaluate((it) => it === document.activeElement);
  }
  assert.ok(found, "keys do not reach it");
  await page.keyboard.press("Enter");
  await page.locator("#_said:not(:empty)").waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await way.isVisible(), false);
  assert.deepEqual(wrong, []);
  await page.close();
});

test("a paragraph with nothing to press has an offer for keys, which is no link until it is reached", async () => {
  const file = join(root, "content", SECTION);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/\n---\n/, "\n---\n\nA paragraph with nothing to press.\n\n"));
  const edited = build(root);
  writeFileSync(file, text);
  const links = "document.querySelectorAll('a[href]').length";
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(`${pathToFileURL(edited)}/${PAGE}`);
  const page = await browser.newPage();
  const { wrong } = listen(page);
  await page.goto(`${pathToFileURL(edited)}/${PAGE}`);
  assert.equal(await page.evaluate(links), await plain.locator("a[href]").count());
  const place = places(page).first();
  const own = place.locator(".addresses [role=link]");
  await own.focus();
  assert.equal(await own.getAttribute("href"), `#${await place.getAttribute("id")}`);
  await page.keyboard.press("Enter");
  await page.locator("#_said:not(:empty)").waitFor();
  assert.deepEqual(wrong, []);
  await page.close();
  await plain.close();
});

test("without script there is no such offer, and addresses lead to their words all the same", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${pathToFileURL(site)}/${PAGE}`);
  assert.equal(await page.locator(".addresses, #_said").count(), 0);
  const id = await places(page).last().getAttribute("id");
  await page.goto(`${pathToFileURL(site)}/${PAGE}#${id}`);
  assert.ok(await places(page).last().evaluate((it) => it.matches(":target")));
  await page.close();
});
