// The article in one document, and on paper.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./support/chromium.mjs";
import { PROGRAM, copyOfExample } from "./support/program.mjs";

let browser, root;
before(async () => {
  browser = await launch();
  root = copyOfExample();
});
after(() => browser.close());

const run = (...words) => spawnSync(PROGRAM, words, { cwd: root, encoding: "utf8" });

test("the page to print holds every section, and each source once, where its notes lead", async () => {
  assert.equal(run("build").status, 0);
  const page = await browser.newPage();
  await page.goto(`file://${join(root, "public/print.html")}`);
  const { headings, notes, broken } = await page.evaluate(() => ({
    headings: [...document.querySelectorAll(".part h2")].map((it) => it.innerText),
    notes: [...document.querySelectorAll(".notes li")].map((it) => it.querySelector("a").href),
    broken: [...document.querySelectorAll('a[href^="#"]')].filter((it) => !document.getElementById(it.hash.slice(1))).length,
  }));
  assert.ok(headings.includes("Full support") && headings.includes("No compromises"), headings.join());
  assert.equal(new Set(notes).size, notes.length);
  assert.ok(notes.length > 10);
  assert.equal(broken, 0);
  await page.close();
});

test("export pdf prints it, and leaves nothing else behind", async () => {
  const done = run("export", "pdf", "--output", "out.pdf");
  assert.equal(done.status, 0, done.stderr);
  const pdf = readFileSync(join(root, "out.pdf"));
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  assert.ok(pages.length >= 4, `${pages.length} pages`);
  assert.throws(() => readFileSync(join(root, ".dateline/print/print.html")));
});

test("where no browser is installed, that is said", () => {
  const done = spawnSync(PROGRAM, ["export", "pdf"], { cwd: root, encoding: "utf8", env: { PATH: "/nowhere" } });
  assert.equal(done.status, 2);
  assert.match(done.stderr, /install one/);
});

test("a briefing with errors is not exported", () => {
  const path = join(root, "content/sections/02-full-support.md");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, `${text}\n[[nobody-at-all]]\n`);
  assert.equal(run("export", "pdf").status, 1);
  writeFileSync(path, text);
});
