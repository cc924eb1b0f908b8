// Runs the quick tests on other Nodes: `npm run nodes` on 20, 22, 24 and the newest, `npm run nodes -- 22` on one. Each time in a
// copy, as an ordinary user where this one is root, in another year, time zone and locale. Node comes from the registry's
// packages of that name.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const NOBODY = 65534;
const DAYS_ON = 1700;
const asked = process.argv.slice(2);
const wanted = asked.length > 0 ? asked : ["20", "22", "24", "latest"];
const work = mkdtempSync(join(tmpdir(), "claims-nodes-"));
const isRoot = process.getuid?.() === 0;

const copy = join(work, "claims");
cpSync(ROOT, copy, {
  recursive: true,
  verbatimSymlinks: true,
  filter: (path) => ![".git", "coverage"].includes(basename(path)) || path.includes("node_modules"),
});
const later = join(work, "later.cjs");
writeFileSync(
  later,
  `const ms = ${DAYS_ON} * 864e5, Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { given.length === 0 ? super(Real.now() + ms) : super(...given); }
  static now() { return Real.now() + ms; }
};
`,
);
const home = join(work, "home");
mkdirSync(home);
if (isRoot) execFileSync("chown", ["-R", `${NOBODY}:${NOBODY}`, work]);

/** Compares the clock with the times of files, which stay where they are. */
const OF_FILES = "takes over what a killed run left";
let failed = false;
for (const version of wanted) {
  const folder = join(work, `node-${version}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), "{}");
  execFileSync("npm", ["install", "--no-save", "--silent", "--no-audit", "--no-fund", `node@${version}`], {
    cwd: folder,
  });
  const bin = join(folder, "node_modules/.bin");
  const env = {
    ...process.env,
    PATH: `${bin}:${process.env.PATH}`,
    ...{
      HOME: home,
      TZ: "Pacific/Auckland",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
      NODE_OPTIONS: `--require ${later}`,
    },
  };
  const report = join(copy, `report-${version}.json`);
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  args.push("-t", `^((?!${OF_FILES}).)*$`);
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const { status } = spawnSync(join(bin, "node"), args, {
    cwd: copy,
    env,
    stdio: ["ignore", "ignore", "inherit"],
    ...user,
  });
  const exact = execFileSync(join(bin, "node"), ["--version"], { encoding: "utf8" }).trim();
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  console.log(`Node ${exact}: ${numPassedTests} passed, ${numFailedTests} failed`);
  for (const { assertionResults } of testResults)
    for (const { status: came, fullName } of assertionResults) if (came === "failed") console.log(`  ${fullName}`);
  failed ||= status !== 0;
}
rmSync(work, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
