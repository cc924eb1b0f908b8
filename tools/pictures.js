// Writes docs/pictures: the screen, the page and the form of the example claim, as Chromium and poppler show them. Run after a build.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const work = mkdtempSync(join(tmpdir(), "claims-pictures-"));
const at = (name) => join(work, name);
mkdirSync("docs/pictures", { recursive: true });
execFileSync(process.execPath, [
  ...["bin/claims.js", "compute", "fixtures/roster.csv", "-q", "-o", at("claim.html"), "-o", at("claim.pdf")],
]);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1180, height: 1180 }, colorScheme: "light" });
await page.goto(pathToFileURL(at("claim.html")).href);
await page.screenshot({ path: "docs/pictures/page.png" });
const shown = execFileSync(
  process.execPath,
  ["bin/claims.js", "compute", "fixtures/roster.csv", "-q", "--width", "108"],
  {
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "1", NO_COLOR: "" },
  },
);
const terminal = await browser.newPage({ viewport: { width: 1000, height: 300 } });
await terminal.setContent(
  `<body style="margin:0;background:#14181f"><pre style="margin:0;padding:18px 22px;color:#d8dee9;font:14px/1.35 'DejaVu Sans Mono',monospace"><b>$ claims compute fixtures/roster.csv</b>\n${styled(shown)}</pre>`,
);
await terminal.screenshot({ path: "docs/pictures/screen.png", fullPage: true });
await browser.close();
execFileSync("pdftoppm", ["-r", "80", "-png", "-singlefile", "-f", "1", at("claim.pdf"), "docs/pictures/form"]);
rmSync(work, { recursive: true });

/** What a terminal makes of a text: bold, dim and colours. */
function styled(text) {
  const looks = {
    1: "font-weight:700",
    2: "opacity:.65",
    31: "color:#f07178",
    33: "color:#ffcb6b",
    36: "color:#89ddff",
  };
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
  return escaped.replace(/\x1b\[(\d+)m/g, (_, code) => (looks[code] ? `<span style="${looks[code]}">` : "</span>"));
}
