// Changes in small ways the lines of the program that are new since a commit, and sees whether a test notices:
// `npm run mutate:changed` since the commit before this one, `npm run mutate:changed -- REF` since another. Fails where more than a
// tenth of the mutants live. Of many new lines some are tried, spread over all.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const MOST_LINES = 80;
const NOTICED = 0.9;
/** Of few mutants a tenth is less than one. */
const FEW = 2;
const [since = "HEAD^"] = process.argv.slice(2);

const git = (...args) => spawnSync("git", args, { cwd: ROOT, encoding: "utf8" });
const config = JSON.parse(readFileSync(join(ROOT, "stryker.config.json"), "utf8"));
const CONFIG_OF_LINES = join(ROOT, "coverage/mutate.json");

/** The numbers of new lines by file, as a diff without context has them. */
function newLines(diff) {
  const lines = [];
  let file = "";
  for (const line of diff.split("\n")) {
    if (line.startsWith("+++ ")) file = line.replace(/^\+\+\+ (b\/)?/, "");
    const [, first, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    for (let i = 0; first !== undefined && i < Number(count); i++) lines.push({ file, line: Number(first) + i });
  }
  return lines;
}

if (git("rev-parse", "--verify", "--quiet", since).status !== 0) {
  console.log(`mutants: there is no ${since} here, so nothing to compare with`);
} else {
  const all = newLines(
    git("diff", "-U0", since, "HEAD", "--", ...config.mutate.map((glob) => `:(glob)${glob}`)).stdout,
  );
  const step = Math.max(1, Math.ceil(all.length / MOST_LINES));
  const tried = all.filter((_, index) => index % step === 0);
  console.log(`mutants: ${all.length} new lines since ${since}, of which ${tried.length} are tried`);
  if (tried.length > 0) process.exitCode = tryOut(tried);
}

function tryOut(lines) {
  const mutate = lines.map(({ file, line }) => `${file}:${line}-${line}`);
  mkdirSync(join(ROOT, "coverage"), { recursive: true });
  // The threshold of the whole program is not that of a few lines.
  writeFileSync(
    CONFIG_OF_LINES,
    JSON.stringify({ ...config, mutate, thresholds: { ...config.thresholds, break: null } }),
  );
  const { status } = spawnSync("npx", ["stryker", "run", CONFIG_OF_LINES], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) return 1;
  const { files } = JSON.parse(readFileSync(join(ROOT, "coverage/mutation.json"), "utf8"));
  const mutants = Object.values(files).flatMap((file) => file.mutants.map((one) => one.status));
  const alive = mutants.filter((one) => one === "Survived" || one === "NoCoverage").length;
  const noticed = mutants.filter((one) => one === "Killed" || one === "Timeout").length;
  console.log(`mutants: ${noticed} of ${noticed + alive} noticed`);
  return alive <= Math.max(FEW, (1 - NOTICED) * (noticed + alive)) ? 0 : 1;
}
