// Changes some lines of the program in small ways, and sees whether a test notices. `npm run mutate:changed`: the lines that are new
// since the commit before this one, `npm run mutate:changed -- REF` since another; of many some, spread over all.
// `npm run mutate:some -- 8`: an eighth of all lines, five here and five there. Fails where more than a tenth of the mutants live.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const MOST_LINES = 80;
const NOTICED = 0.9;
/** Of few mutants a tenth is less than one. */
const FEW = 2;
const RUN_OF_LINES = 5;
const [since = "HEAD^", part] = process.argv.slice(2);

const git = (...args) => spawnSync("git", args, { cwd: ROOT, encoding: "utf8" });
const config = JSON.parse(readFileSync(join(ROOT, "stryker.config.json"), "utf8"));
const ROOMS = config.mutate.map((glob) => `:(glob)${glob}`);
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

/** Five lines of every so many, in the order of the files. @param of how many parts the lines are in, of which one is tried */
function someLines(of) {
  const files = git("ls-files", ...ROOMS)
    .stdout.trim()
    .split("\n");
  const all = files.flatMap((file) =>
    readFileSync(join(ROOT, file), "utf8")
      .split("\n")
      .map((_, index) => ({ file, line: index + 1 })),
  );
  return all.filter((_, index) => index % (RUN_OF_LINES * of) < RUN_OF_LINES);
}

if (since === "--part") {
  const tried = someLines(Number(part));
  console.log(`mutants: ${tried.length} lines are tried, one of ${part}`);
  process.exitCode = tryOut(tried);
} else if (git("rev-parse", "--verify", "--quiet", since).status !== 0) {
  console.log(`mutants: there is no ${since} here, so nothing to compare with`);
} else {
  const all = newLines(git("diff", "-U0", since, "HEAD", "--", ...ROOMS).stdout);
  const step = Math.max(1, Math.ceil(all.length / MOST_LINES));
  const tried = all.filter((_, index) => index % step === 0);
  console.log(`mutants: ${all.length} new lines since ${since}, of which ${tried.length} are tried`);
  if (tried.length > 0) process.exitCode = tryOut(tried);
}

/** The lines as ranges of a file each. */
function rangesOf(lines) {
  const ranges = [];
  for (const { file, line } of lines) {
    const last = ranges.at(-1);
    if (last?.file === file && last.to === line - 1) last.to = line;
    else ranges.push({ file, from: line, to: line });
  }
  return ranges.map(({ file, from, to }) => `${file}:${from}-${to}`);
}

function tryOut(lines) {
  mkdirSync(join(ROOT, "coverage"), { recursive: true });
  // The threshold of the whole program is not that of a few lines.
  const thresholds = { ...config.thresholds, break: null };
  writeFileSync(CONFIG_OF_LINES, JSON.stringify({ ...config, mutate: rangesOf(lines), thresholds }));
  const { status } = spawnSync("npx", ["stryker", "run", CONFIG_OF_LINES], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) return 1;
  const { files } = JSON.parse(readFileSync(join(ROOT, "coverage/mutation.json"), "utf8"));
  const found = Object.entries(files).flatMap(([path, { mutants }]) =>
    mutants.map((mutant) => ({ room: path.replace(/^src\/|\/[^/]*$/g, ""), status: mutant.status })),
  );
  for (const room of new Set(found.map((one) => one.room)))
    say(
      room,
      found.filter((one) => one.room === room),
    );
  const [noticed, alive] = say("all", found);
  return alive <= Math.max(FEW, (1 - NOTICED) * (noticed + alive)) ? 0 : 1;
}

/** Says how many mutants were noticed. @returns how many were, and how many live */
function say(what, found) {
  const count = (...ends) => found.filter(({ status }) => ends.includes(status)).length;
  const [noticed, alive] = [count("Killed", "Timeout"), count("Survived", "NoCoverage")];
  if (noticed + alive > 0) console.log(`mutants of ${what}: ${noticed} of ${noticed + alive} noticed`);
  return [noticed, alive];
}
