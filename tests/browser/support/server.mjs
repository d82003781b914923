// A plain web server on this computer that shows a folder under a path, as a host for anyone's pages does.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};

/** Starts it; `base` is the path, with `/` at both ends. What it does not have, it answers with 404.html. */
export async function serveFolder(base, folderOf) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://here").pathname);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : null;
    const send = async (status, file) => {
      const bytes = await readFile(join(folderOf(), file));
      response.writeHead(status, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
      response.end(bytes);
    };
    try {
      if (inside === null || inside.startsWith("..")) throw new Error("outside");
      await send(200, inside === "." || inside === "" ? "index.html" : inside);
    } catch {
      await send(404, "404.html").catch(() => response.writeHead(404).end());
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://127.0.0.1:${server.address().port}${base}`, stop };
}
