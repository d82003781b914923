// How pages lie on screens: nothing to scroll to sideways, text of a size and width that reads well.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { launch } from "./support/chromium.mjs";
import { build, copyOfExample, oneOfEach, pages } from "./support/program.mjs";
import { roughSite } from "./support/rough.mjs";

const WIDTHS = [320, 360, 768, 1280];
let browser, example, rough;

before(async () => {
  browser = await launch();
  example = build(copyOfExample());
  rough = build(roughSite());
});
after(() => browser.close());

/** Every page of the worked example, and the longest of each kind of the rough one. */
const all = () => [
  ...pages(example).map((path) => `${pathToFileURL(example)}/${path}`),
  ...oneOfEach(rough).map(({ path }) => `${pathToFileURL(rough)}/${path}`),
];
const oneOfEachKind = () => [example, rough].flatMap((output) =>
  oneOfEach(output).map(({ kind, path }) => ({ kind, url: `${pathToFileURL(output)}/${path}` })));
/** The page that is not there has no style sheet under file:. */
const isStyled = (url) => !url.endsWith("404.html");

const overflow = () => {
  const width = document.documentElement.clientWidth;
  const over = document.documentElement.scrollWidth - width;
  if (over <= 0) return null;
  const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > width + 1);
  return `${over} px, by ${wide.slice(-3).map((element) => `<${element.localName} class="${element.className}">`).join(" ")}`;
};

test("no page can be scrolled sideways", async () => {
  const page = await browser.newPage();
  for (const url of all().filter(isStyled)) {
    await page.goto(url);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      assert.equal(await page.evaluate(overflow), null, `${url} at ${width}`);
    }
  }
  await page.close();
});

test("no page can be scrolled sideways where readers space their text out, or make it twice as big", async () => {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  for (const { url } of oneOfEachKind().filter(({ url }) => isStyled(url))) {
    await page.goto(url);
    const sheet = await page.addStyleTag({
      content: "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }",
    });
    assert.equal(await page.evaluate(overflow), null, `${url}, spaced out`);
    await sheet.evaluate((element) => (element.textContent = "html { font-size: 200% }"));
    await page.setViewportSize({ width: 640, height: 800 });
    assert.equal(await page.evaluate(overflow), null, `${url}, twice as big`);
    await page.setViewportSize({ width: 320, height: 800 });
  }
  await context.close();
});

test("text is 17 pixels or more, small print 16, in at most six sizes", async () => {
  const page = await browser.newPage();
  for (const { url } of oneOfEachKind().filter(({ url }) => isStyled(url))) {
    await page.goto(url);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const { sizes, running } = await page.evaluate(() => {
        const sizes = new Set();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement;
          if (walker.currentNode.data.trim() && element.checkVisibility()) sizes.add(parseFloat(getComputedStyle(element).fontSize));
        }
        const running = [...document.querySelectorAll(".prose p:not([class]), .prose li, .points li, .unknowns li")];
        return { sizes: [...sizes], running: running.map((it) => parseFloat(getComputedStyle(it).fontSize)) };
      });
      assert.ok(Math.min(...running, 99) >= 17, `${url} at ${width}: text of ${Math.min(...running)} px`);
      assert.ok(Math.min(...sizes) >= 16, `${url} at ${width}: ${sizes}`);
      assert.ok(sizes.length <= 6, `${url} at ${width}: ${sizes}`);
    }
  }
  await page.close();
});

test("the first words stand high on a phone", async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  for (const { path } of oneOfEach(example).filter(({ path }) => isStyled(path))) {
    const url = `${pathToFileURL(example)}/${path}`;
    await page.goto(url);
    const { y, more } = await page.evaluate(() => {
      const texts = [...document.querySelectorAll("main :is(p, li, dt, dd, h2, h3)")];
      const first = texts.find((it) => !it.closest("nav") && it.checkVisibility() && it.innerText.trim());
      const title = document.querySelector("h1");
      const { lineHeight } = getComputedStyle(title);
      // What a title takes beyond two lines is its author's doing.
      const more = Math.max(0, title.getBoundingClientRect().height - 2 * parseFloat(lineHeight));
      return { y: first ? first.getBoundingClientRect().top + scrollY : 0, more };
    });
    assert.ok(y <= 250 + more, `${url}: ${y}`);
  }
  await page.close();
});

test("the front page shows on a phone's first screen when it speaks from, what it is about, and the bottom line", async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${pathToFileURL(example)}/index.html`);
  const tops = await page.evaluate(() =>
    [".kicker", "h1", ".lead", ".prose"].map((selector) => document.querySelector(selector).getBoundingClientRect().top));
  assert.deepEqual(tops, tops.toSorted((a, b) => a - b));
  assert.ok(tops.at(-1) < 420, `${tops}`);
  await page.close();
});

test("lines of text have 60 to 75 characters on a wide screen, and 32 to 46 on a phone", async () => {
  const page = await browser.newPage();
  const paths = pages(example).filter((path) => path === "index.html" || path.startsWith("sections/"));
  for (const [width, least, most] of [[1280, 60, 75], [360, 32, 46]]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of paths) {
      await page.goto(`${pathToFileURL(example)}/${path}`);
      const mean = await page.evaluate(() => {
        const lengths = [];
        for (const paragraph of document.querySelectorAll("main .prose > p")) {
          const lines = new Map();
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (walker.nextNode()) {
            for (let at = 0; at < walker.currentNode.length; at += 1) {
              range.setStart(walker.currentNode, at);
              range.setEnd(walker.currentNode, at + 1);
              const { bottom, width } = range.getBoundingClientRect();
              const line = Math.round(bottom / 10);
              if (width) lines.set(line, (lines.get(line) ?? lines.get(line - 1) ?? lines.get(line + 1) ?? 0) + 1);
            }
          }
          // The last line of a paragraph is as long as it happens to be.
          lengths.push(...[...lines.values()].slice(0, -1));
        }
        return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      });
      assert.ok(mean >= least && mean <= most, `${path} at ${width}: ${mean}`);
    }
  }
  await page.close();
});

test("what stands beside the text on a wide screen begins beside its head", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  for (const { url } of oneOfEachKind().filter(({ url }) => isStyled(url))) {
    await page.goto(url);
    const [head, beside] = await page.evaluate(() =>
      [".spread > .head", ".spread > .beside"].map((selector) => document.querySelector(selector)?.getBoundingClientRect().toJSON()));
    if (!head || !beside) continue;
    assert.ok(beside.left >= head.right && Math.abs(beside.top - head.top) < 32, `${url}: ${JSON.stringify({ head, beside })}`);
  }
  await page.close();
});
