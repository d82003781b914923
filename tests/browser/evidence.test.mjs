// The way to the passage on the live page: browsers scroll to it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { launch } from "./support/chromium.mjs";
import { PROGRAM, build, folder, write } from "./support/program.mjs";

const run = promisify(execFile);
let browser, server, address;

const filler = Array.from({ length: 150 }, (_, n) => `<p>Paragraph ${n} of many words.</p>`).join("");
const passage = "<p id=it>He said: the talks were well-known, short &amp; clear, “as agreed” — and <b>then</b> they ended in Мир after a long night.</p><p id=next>Nobody\nwas sorry.</p>";
const live = `<!doctype html><meta charset=utf-8><title>Live</title>${filler}${passage}${filler}`;

before(async () => {
  browser = await launch();
  server = createServer((_, response) => response.setHeader("content-type", "text/html").end(live));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${server.address().port}/`;
});
after(() => Promise.all([browser.close(), new Promise((done) => server.close(done))]));

test("the address of a passage scrolls to it on the live page", async () => {
  const root = folder();
  write(root, {
    "dateline.yaml": "title: Talks\nlanguage: en\n",
    "content/briefing.md": `---\ntitle: Talks\nsummary: x\nas_of: 2021-12-30\n---\n“well-known, short & clear” [@wire].
      “the talks were well-known, short & clear, “as agreed” — and then they ended in Мир after a long night” [@wire].
      “then they ended […] a long night” [@wire]. “a long night. Nobody was sorry” [@wire].\n`,
    "content/actors/ann.md": "---\nname: Ann\nkind: person\n---\n",
    "content/sources/wire.md": "---\ntitle: Wire\nkind: report\nby: ann\n---\n",
  });
  await run(PROGRAM, ["archive", "wire", address], { cwd: root });
  const html = readFileSync(join(build(root), "sources/wire.html"), "utf8");
  const links = [...html.matchAll(/href="(http[^"]*:~:text=[^"]*)"/g)].map(([, link]) => link.replaceAll("&amp;", "&"));
  assert.equal(links.length, 4);
  for (const link of links) {
    const page = await browser.newPage({ viewport: { width: 900, height: 500 } });
    await page.goto(link);
    await page.waitForFunction(() => scrollY > 0, null, { timeout: 5000 });
    const top = await page.locator("#it").evaluate((it) => it.getBoundingClientRect().top);
    assert.ok(top > -60 && top < 500, `${link}: ${top}`);
    await page.close();
  }
});
