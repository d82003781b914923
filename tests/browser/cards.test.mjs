// What a link shows of the page it leads to: by pointer, by keys, by finger, from the disk.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { after, before, test } from "node:test";
import { launch, listen } from "./support/chromium.mjs";
import { ROOT, build, copyOfExample } from "./support/program.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SECTION = "sections/the-call.html";
let browser, site, address;
before(async () => {
  browser = await launch();
  site = build(copyOfExample());
  address = `${pathToFileURL(site)}/`;
});
after(() => browser.close());

const open = async (options = {}, path = SECTION) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const news = listen(page);
  await page.goto(address + path);
  return { page, ...news, close: () => context.close() };
};
const card = (page) => page.locator("#_card");
const actor = (page) => page.locator(".prose a[href*='actors/']").first();
const boxes = async (page, link) => [await link.boundingBox(), await card(page).boundingBox()];
const apart = ([a, b]) => b.y >= a.y + a.height || b.y + b.height <= a.y;

test("a pointer that rests on a link is shown where it leads, and nothing was fetched before", async () => {
  const { page, wrong, asked, close } = await open();
  const link = actor(page);
  await link.scrollIntoViewIfNeeded();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(!asked.some((url) => url.includes("/cards/")));
  await link.hover();
  assert.equal(await card(page).count(), 0, "it is shown at once");
  await card(page).waitFor();
  assert.match(asked.at(-1), /\/cards\/1\.js$/);
  const path = (await link.getAttribute("href")).replace("../", "");
  const text = await card(page).innerText();
  const heading = readFileSync(join(site, path), "utf8").match(/<h1>(.*?)<\/h1>/)[1];
  assert.ok(text.startsWith(heading), text);
  assert.ok(text.endsWith(path), text);
  assert.equal(await link.getAttribute("aria-describedby"), "_card");
  assert.equal(await card(page).getAttribute("role"), "tooltip");
  assert.ok(apart(await boxes(page, link)), "the card covers its link");
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height);
  // The pointer may go into the card, and Escape closes it.
  await card(page).hover();
  await page.waitForTimeout(600);
  assert.equal(await card(page).count(), 1);
  await page.keyboard.press("Escape");
  assert.equal(await card(page).count(), 0);
  assert.equal(await link.getAttribute("aria-describedby"), null);
  // Elsewhere it goes by itself.
  await link.hover();
  await card(page).waitFor();
  await page.locator("h1").hover();
  await card(page).waitFor({ state: "detached" });
  assert.deepEqual(wrong, []);
  await close();
});

test("keys show the card of the link they are at, and of a citation's mark its source", async () => {
  const { page, close } = await open();
  await page.keyboard.press("Tab");
  await actor(page).evaluate((link) => link.focus());
  await card(page).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await card(page).count(), 0);
  await page.locator(".prose .cite").first().evaluate((link) => link.focus());
  await card(page).waitFor();
  assert.match(await card(page).innerText(), /sources\/[a-z-]+\.html$/);
  await page.keyboard.press("Shift+Tab");
  await page.waitForTimeout(100);
  assert.notEqual(await page.locator("[aria-describedby=_card]").count(), 2);
  await close();
});

test("under a finger the first tap shows the card and the second follows the link", async () => {
  const { page, close } = await open({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  const link = actor(page);
  const to = new URL(await link.getAttribute("href"), page.url()).href;
  await link.tap();
  await card(page).waitFor();
  assert.equal(page.url(), address + SECTION);
  const [, box] = await boxes(page, link);
  assert.ok(box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
  assert.ok(apart(await boxes(page, link)));
  assert.equal(await card(page).getAttribute("role"), "group");
  await page.locator("h1").tap();
  assert.equal(await card(page).count(), 0);
  await link.tap();
  await card(page).waitFor();
  await link.tap();
  await page.waitForURL(to);
  await page.goBack();
  await actor(page).tap();
  await card(page).locator("a").tap();
  await page.waitForURL(to);
  await close();
});

test("cards keep to light, dark and forced colours, and are not on paper", async () => {
  for (const options of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
    const { page, close } = await open({ ...options, bypassCSP: true });
    await actor(page).hover();
    await card(page).waitFor();
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    await page.emulateMedia({ media: "print" });
    assert.equal(await card(page).isVisible(), false);
    await close();
  }
});

test("a card that cannot be had leaves the link as it is", async () => {
  const without = build(copyOfExample());
  rmSync(join(without, "cards"), { recursive: true });
  const { page, close } = await open({ hasTouch: true });
  await page.goto(`${pathToFileURL(without)}/${SECTION}`);
  const link = actor(page);
  const to = new URL(await link.getAttribute("href"), page.url()).href;
  await link.hover();
  await page.waitForTimeout(500);
  assert.equal(await card(page).count(), 0);
  await link.tap();
  await page.waitForURL(to);
  await close();
});

test("all scripts together are small", () => {
  const scripts = readdirSync(join(ROOT, "static")).filter((name) => name.endsWith(".js"));
  const sizes = scripts.map((name) => gzipSync(readFileSync(join(ROOT, "static", name))).length);
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 10_000, `${scripts}: ${sizes}`);
});
