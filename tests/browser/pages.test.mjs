// Built pages in a browser: from the disk, under a path of a server, with and without script.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { launch, listen } from "./support/chromium.mjs";
import { build, copyOfExample, oneOfEach, pages } from "./support/program.mjs";
import { roughSite } from "./support/rough.mjs";
import { serveFolder } from "./support/server.mjs";

let browser, server, example, rough;

before(async () => {
  browser = await launch();
  server = await serveFolder("/x/y/", () => example);
  example = build(copyOfExample({ base_url: server.address }));
  rough = build(roughSite());
});
after(async () => {
  await server.stop();
  await browser.close();
});

/** Looks at pages of a site one by one; `check` is given each. */
async function visit(address, paths, check, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const news = listen(page);
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  for (const path of paths) {
    await page.goto(address + path);
    await check(page, path);
  }
  await context.close();
  return news;
}

const isStyled = async (page, path) => {
  const styled = await page.evaluate(() => {
    const ground = getComputedStyle(document.documentElement).getPropertyValue("--ground").trim();
    return ground !== "" && getComputedStyle(document.body).backgroundColor !== "rgba(0, 0, 0, 0)";
  });
  assert.ok(styled, `${path}: the style sheet is not applied`);
};

/** The page that is not there is the only one that needs to know where it is. */
const readable = (output) => pages(output).filter((path) => path !== "404.html");

test("from the disk, each page of the worked example is whole and asks for nothing outside its folder", async () => {
  const address = `${pathToFileURL(example)}/`;
  const { wrong, asked } = await visit(address, readable(example), isStyled);
  assert.deepEqual(wrong, []);
  assert.deepEqual(asked.filter((url) => !url.startsWith(address)), []);
});

test("under a path of a server, each page is whole and asks for nothing outside that path", async () => {
  const { wrong, asked } = await visit(server.address, readable(example), isStyled);
  assert.deepEqual(wrong, []);
  assert.deepEqual(asked.filter((url) => !url.startsWith(server.address)), []);
});

test("pages with pictures, redirects and addresses elsewhere ask for nothing but their own", async () => {
  const address = `${pathToFileURL(rough)}/`;
  const paths = oneOfEach(rough).map(({ path }) => path).filter((path) => path !== "404.html");
  const { wrong, asked } = await visit(address, paths, isStyled);
  assert.deepEqual(wrong, []);
  assert.deepEqual(asked.filter((url) => !url.startsWith(address)), []);
  assert.ok(asked.some((url) => url.endsWith("portrait.svg")), "the picture was never shown");
});

test("the page that is not there is whole at any depth", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const news = listen(page);
  const answer = await page.goto(`${server.address}actors/nobody/at/all.html`);
  assert.equal(answer.status(), 404);
  await isStyled(page, "404.html");
  await page.click("main a");
  assert.equal(page.url(), `${server.address}index.html`);
  // The answer itself is all that is wrong.
  assert.deepEqual(news.wrong.filter((line) => !line.includes("404")), []);
  await context.close();
});

test("a former address leads on at once", async () => {
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(rough)}/actors/old-hub.html`);
  await page.waitForURL("**/actors/hub.html");
  await page.close();
});

test("no built page has a script, a handler or a style of its own", () => {
  for (const output of [example, rough]) {
    for (const path of pages(output)) {
      const html = readFileSync(join(output, path), "utf8");
      // The theme's scripts are files of the site's own, with data for them beside; linked data is no script.
      const scripts = (html.match(/<script[^>]*>/gi) ?? []).filter((it) => it !== '<script type="application/ld+json">' && !/^<script src="[^":]+" defer( data-[a-z]+="[^"]*")*>$/.test(it));
      assert.deepEqual(scripts, [], path);
      assert.doesNotMatch(html, /<[^>]*\s(?:on[a-z]+|style)\s*=/i, path);
      assert.doesNotMatch(html, /<(?:style|iframe|object|embed)\b|javascript:/i, path);
      if (path !== "search.html") assert.doesNotMatch(html, /<form\b/i, path);
    }
  }
});

test("without script every word and every link is there", async () => {
  const read = async (output, options) => {
    const found = {};
    const paths = oneOfEach(output).map(({ path }) => path);
    await visit(`${pathToFileURL(output)}/`, paths, async (page, path) => {
      // What needs a script is not there without one.
      await page.locator("#_search, #_said, .addresses").evaluateAll((all) => all.forEach((it) => it.remove()));
      const links = await page.locator("a[href]").evaluateAll((all) => all.map((a) => a.href));
      found[path] = { words: await page.locator("body").innerText(), links };
    }, options);
    return found;
  };
  for (const output of [example, rough]) {
    assert.deepEqual(await read(output, { javaScriptEnabled: false }), await read(output, {}));
  }
});
