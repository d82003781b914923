// What changed since a reader was here last; and what devices call the site.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { launch, listen } from "./support/chromium.mjs";
import { PROGRAM, build, copyOfExample } from "./support/program.mjs";
import { serveFolder } from "./support/server.mjs";

let browser, server, root, shown, published;

function publish(now) {
  execFileSync(PROGRAM, ["publish", "--now", now, "--allow-deletes", "99"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}
function edit(path, from, to) {
  const file = join(root, path);
  const text = readFileSync(file, "utf8");
  assert.ok(text.includes(from));
  writeFileSync(file, text.replace(from, to));
}
before(async () => {
  browser = await launch();
  root = copyOfExample();
  published = join(root, "published/current");
  publish("2022-01-01T12:00Z");
  shown = published;
  server = await serveFolder("/call/", () => shown);
});
after(async () => {
  await server.stop();
  await browser.close();
});

/** Looks at the front page on a day. */
async function visit(context, day) {
  const page = await context.newPage();
  const { wrong } = listen(page);
  await page.clock.setFixedTime(new Date(`${day}T12:00`));
  await page.goto(`${server.address}index.html`);
  const box = page.locator("#_since");
  const said = (await box.count()) ? await box.innerText() : null;
  const marked = await page.locator("main a.changed").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
  const stored = await page.evaluate(() => ({ ...localStorage }));
  assert.deepEqual(wrong, []);
  await page.close();
  return { said, marked, stored };
}

test("who comes back is told what changed since, and what was told stays for the day", async () => {
  const context = await browser.newContext();
  const first = await visit(context, "2022-01-03");
  assert.deepEqual([first.said, first.marked], [null, []]);
  assert.deepEqual(Object.keys(first.stored), ["dateline:seen:/call/"]);
  assert.equal((await visit(context, "2022-01-03")).said, null);
  edit("content/actors/joe-biden.md", "summary: ", "summary: Now. ");
  publish("2022-01-04T12:00Z");
  const second = await visit(context, "2022-01-05");
  assert.match(second.said, /^Changed since your last visit on 3 January 2022/);
  assert.match(second.said, /Joe Biden/);
  assert.ok(second.marked.length > 1 && second.marked.every((href) => href === "actors/joe-biden.html"), `${second.marked}`);
  assert.deepEqual(await visit(context, "2022-01-05"), second);
  assert.equal((await visit(context, "2022-01-06")).said, null);
  // A reader who never was here has nothing to be told.
  const other = await browser.newContext();
  assert.equal((await visit(other, "2022-01-06")).said, null);
  await other.close();
  await context.close();
});

test("where a browser keeps nothing, nothing is told and nothing fails", async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
  });
  const page = await context.newPage();
  const { wrong } = listen(page);
  await page.goto(`${server.address}index.html`);
  assert.equal(await page.locator("#_since, .changed").count(), 0);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("without script the last changes are a list; where nothing was published there is none", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${server.address}index.html`);
  const list = await page.innerText("#_changes");
  assert.match(list, /^What changed/);
  assert.match(list, /Version 2\. 1 page changed/);
  await page.goto(`${pathToFileURL(build(copyOfExample()))}/index.html`);
  assert.equal(await page.locator("#_changes").count(), 0);
  assert.ok(!(await page.content()).includes("since."));
  await page.close();
});

test("devices know what to call the site, where it begins and its picture", async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}actors/joe-biden.html`);
  const href = await page.locator("link[rel=manifest]").evaluate((it) => it.href);
  assert.equal(href, `${server.address}manifest.webmanifest`);
  const session = await page.context().newCDPSession(page);
  const { url, errors, data } = await session.send("Page.getAppManifest");
  assert.deepEqual([url, errors], [href, []]);
  const manifest = JSON.parse(data);
  assert.equal(manifest.name, "The Biden–Putin call of 30 December 2021");
  assert.equal(manifest.start_url, "index.html");
  assert.ok(readFileSync(join(published, manifest.icons[0].src)).length > 0);
  await page.close();
});
