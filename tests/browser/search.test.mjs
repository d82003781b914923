// Searching in the reader's browser, also from a stick.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, listen } from "./support/chromium.mjs";
import { PROGRAM, copyOfExample } from "./support/program.mjs";

let browser, root;
before(async () => {
  browser = await launch();
  root = copyOfExample();
  assert.equal(spawnSync(PROGRAM, ["build"], { cwd: root }).status, 0);
});
after(() => browser.close());

const open = async (options = {}) => {
  const page = await browser.newPage(options);
  const { wrong } = listen(page);
  await page.goto(`file://${join(root, "public/search.html")}`);
  return { page, wrong };
};
const search = async (page, query) => {
  await page.fill("#_query", query);
  return page.locator("#_results a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
};

test("names are found in any script and spelling, and what was found is said", async () => {
  const { page, wrong } = await open();
  for (const query of ["Рябков", "Ryabkov", "Riabkov", "ryabk", "sergey riabkov"]) {
    assert.equal((await search(page, query))[0], "actors/sergey-riabkov.html", query);
  }
  for (const query of ["Зеленський", "Zelenskyy", "zelenski"]) {
    assert.equal((await search(page, query))[0], "actors/volodimir-zelenski.html", query);
  }
  assert.match(await page.innerText("#_found"), /^\d+ results?$/);
  assert.ok(await page.locator("#_results mark").count() > 0);
  assert.deepEqual(await search(page, "xqzzy"), []);
  assert.equal(await page.innerText("#_found"), "Nothing found");
  // Sections, events, sources, and words that were said.
  assert.ok((await search(page, "no compromises")).includes("sections/no-compromises.html"));
  assert.ok((await search(page, "annexation")).some((it) => it.startsWith("events/")));
  assert.ok((await search(page, "agency report")).includes("sources/agency-report.html"));
  assert.ok((await search(page, "path of negotiations")).some((it) => it.includes("#q-")));
  assert.deepEqual(wrong, []);
  await page.close();
});

test("each result leads to a page, and the query is no markup", async () => {
  const { page } = await open();
  for (const href of await search(page, "talks")) {
    assert.ok(statSync(join(root, "public", href.split("#")[0])).isFile(), href);
  }
  await search(page, "<img src=x onerror=alert(1)> biden");
  assert.equal(await page.locator("#_results img").count(), 0);
  await page.close();
});

test("without script there is an index of all names", async () => {
  const { page } = await open({ javaScriptEnabled: false });
  assert.equal(await page.locator("#_search").isVisible(), false);
  const names = await page.locator("#_names a").count();
  const things = ["sections", "actors", "events", "sources"].flatMap((kind) => readdirSync(join(root, "content", kind)));
  assert.equal(names, things.filter((it) => it.endsWith(".md")).length);
  await page.close();
});

test("the index is small, and thousands of pages are searched while one types", async () => {
  assert.ok(statSync(join(root, "public/search/1.js")).size < 150_000);
  const large = join(root, "large");
  for (const [path, text] of [
    ["dateline.yaml", "title: Large\nlanguage: en\n"],
    ["content/briefing.md", "---\ntitle: Large\nsummary: Large.\nas_of: 2021-12-30\n---\nText.\n"],
  ]) {
    mkdirSync(join(large, path, ".."), { recursive: true });
    writeFileSync(join(large, path), text);
  }
  mkdirSync(join(large, "content/actors"));
  const WORDS = "harbour treaty river council northern delegation signal winter bridge ledger".split(" ");
  for (let n = 0; n < 10_000; n += 1) {
    const words = Array.from({ length: 18 }, (_, k) => WORDS[(n * 7 + k * k) % WORDS.length]).join(" ");
    writeFileSync(join(large, `content/actors/a${n}.md`), `---\nname: Person ${n} of ${WORDS[n % 10]}\nkind: person\nsummary: ${words}.\n---\nX.\n`);
  }
  assert.equal(spawnSync(PROGRAM, ["build"], { cwd: large }).status, 0);
  assert.ok(readdirSync(join(large, "public/search")).length > 1);
  const page = await browser.newPage();
  await page.goto(`file://${join(large, "public/search.html")}`);
  assert.equal((await search(page, "person 9999"))[0], "actors/a9999.html");
  const times = await page.evaluate(() => {
    const query = document.getElementById("_query");
    return ["h", "ha", "har", "harb", "harbour t", "harbour treaty w", "person 12"].map((text) => {
      query.value = text;
      const start = performance.now();
      query.dispatchEvent(new Event("input"));
      return performance.now() - start;
    }).sort((a, b) => a - b);
  });
  assert.ok(times[3] < 50, `${times} ms`);
  await page.close();
});
