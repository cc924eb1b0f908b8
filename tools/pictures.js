// Writes docs/pictures: the page and the form of the example claim, as Chromium and poppler show them. Run after a build.
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
await browser.close();
execFileSync("pdftoppm", ["-r", "80", "-png", "-singlefile", "-f", "1", at("claim.pdf"), "docs/pictures/form"]);
rmSync(work, { recursive: true });
