import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claims, inFolder } from "../cli/run.ts";

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const CHROMIUM = "/usr/bin/chromium";
const FILED = "fixtures/filed/1.0.0";

/** What is asked of axe in the page. */
interface Axe {
  run(): Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>;
}

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "claims-pages-"));
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** The page that a command makes. */
const pageOf = (name: string, ...args: readonly string[]): Promise<string> =>
  inFolder(async (work) => {
    const { stdout } = await claims([...args, "-q", "-f", "html"], work);
    const path = join(folder, `${name}.html`);
    writeFileSync(path, stdout);
    return pathToFileURL(path).href;
  });

/** Opens a page; says what it asked for besides itself, and what its console said. */
async function opened(
  url: string,
  colorScheme: "light" | "dark",
  bypassCSP = false,
): Promise<{ page: Page; said: string[] }> {
  const context = await browser.newContext({ colorScheme, bypassCSP });
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => {
    if (request.url() !== url) said.push(`asked for ${request.url()}`);
  });
  await page.goto(url);
  return { page, said };
}

const PAGES: readonly (readonly [name: string, ...args: string[]])[] = [
  ["one agency", "compute", "fixtures/roster.csv"],
  ["several", "compute", "fixtures/multi-agency/roster.csv"],
  ["amendment", "amend", `${FILED}/q1.json`, `${FILED}/corrected.csv`],
  ["year", "compute", `${FILED}/roster.csv`, "--year", "FY2026"],
];

describe.each(PAGES)("the page of %s", (name, ...args) => {
  it.each(["light", "dark"] as const)("is quiet, and clean for a reader of screens, %s", async (scheme) => {
    const url = await pageOf(name, ...args);
    const quiet = await opened(url, scheme);
    expect(quiet.said).toEqual([]);
    const { page } = await opened(url, scheme, true);
    for (const details of await page.locator("details").all())
      await details.evaluate((one) => one.setAttribute("open", ""));
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

it("is sorted by a press on a header, each officer with what is folded below, and back", async () => {
  const { page } = await opened(await pageOf("sorted", "compute", "fixtures/roster.csv"), "light");
  const officers = () => page.locator("tbody.officer tr:first-child th").allTextContents();
  const before = await officers();
  await page.getByRole("columnheader", { name: "Total" }).first().getByRole("button").click();
  const up = await officers();
  expect([up.at(-1), up.length]).toEqual(["1051", 24]);
  await page.getByRole("columnheader", { name: "Total" }).first().getByRole("button").press("Enter");
  expect((await officers())[0]).toBe("1051");
  await page.getByRole("columnheader", { name: "Officer" }).first().getByRole("button").click();
  expect(await officers()).toEqual([...before].sort());
});

it("is printed on Letter and A4 with the header of the officers on each page, and no wider than the paper", async () => {
  const { page } = await opened(await pageOf("printed", "compute", "fixtures/roster.csv"), "light");
  for (const format of ["Letter", "A4"]) {
    const path = join(folder, `${format}.pdf`);
    await page.pdf({ path, format, printBackground: true });
    const { execFileSync } = await import("node:child_process");
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    const pages = text.split("\f").filter((one) => one.trim() !== "");
    const withOfficers = pages.filter((one) => /^ *\d{4} +\S+, \S+ +(TFM|JEM|WSO)/m.test(one));
    expect(withOfficers.length).toBeGreaterThan(1);
    for (const one of withOfficers) expect(one).toMatch(/Officer +Name +Model +Days/);
    expect(text).toMatch(/Total +271,023\.71 +73,221\.56 +55,748\.28 +1,337\.50 +8,000\.00 +407,993\.55/);
  }
});
