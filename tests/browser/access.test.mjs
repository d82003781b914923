// Pages for everyone: what an automatic checker finds, the keyboard, and paper.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { launch } from "./support/chromium.mjs";
import { build, copyOfExample, oneOfEach } from "./support/program.mjs";
import { roughSite } from "./support/rough.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser, example, rough;

before(async () => {
  browser = await launch();
  example = build(copyOfExample());
  rough = build(roughSite());
});
after(() => browser.close());

/** One page of each kind; the page that is not there has no style sheet under file:. */
const urls = () => [example, rough].flatMap((output) =>
  oneOfEach(output).map(({ path }) => `${pathToFileURL(output)}/${path}`)).filter((url) => !url.endsWith("404.html"));

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`the checker finds nothing, ${colorScheme}, ${width} pixels wide`, async () => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      const page = await context.newPage();
      const found = [];
      for (const url of urls()) {
        await page.goto(url);
        await page.evaluate(AXE);
        const { violations } = await page.evaluate(() => axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        }));
        for (const { id, nodes } of violations) found.push(`${url.slice(-60)}: ${id}: ${nodes[0].html.slice(0, 160)}`);
      }
      assert.deepEqual(found, []);
      await context.close();
    });
  }
}

test("the first key leads past the navigation, and every link can be reached by keys alone", async () => {
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(example)}/index.html`);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => ({ href: document.activeElement.getAttribute("href"), at: document.activeElement.getBoundingClientRect().left }));
  assert.match(first.href, /^#/);
  assert.ok(first.at >= 0, "the way past the navigation is not shown");
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).hash, first.href);
  await page.goto(`${pathToFileURL(example)}/index.html`);
  // Paragraphs that are come to offer their addresses, so there is more to press than at the start.
  const links = await page.evaluate(() => {
    window.left = new Set([...document.querySelectorAll("a[href], summary, button")].filter((it) => it.checkVisibility()));
    return window.left.size;
  });
  let left = links;
  for (let n = 0; n < 2 * links && left > 0; n += 1) {
    await page.keyboard.press("Tab");
    left = await page.evaluate(() => {
      window.left.delete(document.activeElement);
      return window.left.size;
    });
  }
  assert.equal(left, 0);
  await page.close();
});

test("on paper there is no navigation, black stands on white, and addresses are written out", async () => {
  const page = await browser.newPage({ colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const path of ["index.html", "sources/report.html"]) {
    await page.goto(`${pathToFileURL(path === "index.html" ? example : rough)}/${path}`);
    const { color, ground, navigation, outside } = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      const outside = [...document.querySelectorAll("main a[href^='http']")].filter((it) => it.checkVisibility());
      const shown = (it) => getComputedStyle(it, "::after").content.includes(it.getAttribute("href")) || it.textContent.includes(it.getAttribute("href").slice(0, 30));
      return {
        color,
        ground: backgroundColor,
        navigation: [...document.querySelectorAll("nav")].filter((it) => it.checkVisibility()).length,
        outside: outside.filter((it) => !shown(it)).map((it) => it.outerHTML),
      };
    });
    assert.deepEqual([color, ground], ["rgb(0, 0, 0)", "rgb(255, 255, 255)"], path);
    assert.equal(navigation, 0, path);
    assert.deepEqual(outside, [], path);
  }
  const pdf = await page.pdf({ format: "A4", printBackground: false });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  await page.close();
});
