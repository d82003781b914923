// The program under test, and sites made with it in folders of their own.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, which is the worked example too. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** The released program; `DATELINE` names another one. */
export const PROGRAM =
  process.env.DATELINE ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "release/dateline");
if (!existsSync(PROGRAM)) {
  throw new Error(`${PROGRAM} is missing: cargo build --release`);
}

const folders = [];
process.on("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** An empty folder, which is gone when the tests have run. */
export function folder() {
  const made = mkdtempSync(join(tmpdir(), "dateline-browser-"));
  folders.push(made);
  return made;
}

/** A copy of the worked example, with other settings where these are given. */
export function copyOfExample(changed = {}) {
  const root = folder();
  for (const part of ["content", "templates", "static"]) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  let settings = readFileSync(join(ROOT, "dateline.yaml"), "utf8");
  for (const [name, value] of Object.entries(changed)) {
    settings = settings.replace(new RegExp(`^${name}: .*$`, "m"), `${name}: ${value}`);
  }
  writeFileSync(join(root, "dateline.yaml"), settings);
  return root;
}

/** Builds a site; the folder it is in then. */
export function build(root) {
  const output = join(folder(), "public");
  execFileSync(PROGRAM, ["build", "--root", root, "--output", output], { stdio: ["ignore", "ignore", "inherit"] });
  return output;
}

/** Writes files into a folder, and the folders they stand in. */
export function write(root, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** The pages of a built site: their paths, in order. */
export function pages(output) {
  const all = readdirSync(output, { recursive: true }).map((path) => path.replaceAll("\\", "/"));
  return all.filter((path) => path.endsWith(".html")).sort();
}

/** The kind of a page, which its body names: `actor`, `timeline` … */
export function kindOf(output, path) {
  return /<body class="page-([a-z-]+)"/.exec(readFileSync(join(output, path), "utf8"))?.[1];
}

/** One page of each kind: the longest. */
export function oneOfEach(output) {
  const longest = new Map();
  for (const path of pages(output)) {
    const kind = kindOf(output, path);
    const size = readFileSync(join(output, path)).length;
    if (size > (longest.get(kind)?.size ?? 0)) longest.set(kind, { path, size });
  }
  longest.delete("redirect"); // It leads on at once.
  return [...longest].map(([kind, { path }]) => ({ kind, path }));
}
