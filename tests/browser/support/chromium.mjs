// The browser: the system's Chromium, never a downloaded one.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** Starts it. */
export function launch(more = []) {
  const executablePath = PLACES.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("Chromium is missing; on Debian: apt-get install chromium");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox", // as root there is no sandbox
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}

/** What goes wrong on a page, as it happens: errors of script and console, refused and failed requests. */
export function listen(page) {
  const wrong = [];
  const asked = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) wrong.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`script: ${error.message}`));
  page.on("request", (request) => asked.push(request.url()));
  page.on("requestfailed", (request) => {
    const { errorText } = request.failure();
    // What the browser itself gives up is no failure: the next page was asked for, or the answer's
    // head was enough.
    const isLeft = errorText === "net::ERR_ABORTED";
    if (!isLeft) wrong.push(`failed: ${request.url()} ${errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`);
  });
  return { wrong, asked };
}
