// Measures the program beside bare Node, reading and Papa alone of the same files, and a bare Python script, as ratios in one run.
// Prints tables; asserts nothing. `npm run bench -- 100000` takes fewer officers.
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { badRows, manyRosters, oneRoster, paymentsOfOne, payroll, rates } from "./bench/rosters.js";
import { best } from "./bench/runs.js";

const OFFICERS = Number(process.argv[2] ?? 1_000_000);
const node = process.execPath;
const compute = (...args) => [node, "bin/claims.js", "compute", ...args, "--quarter", "FY2026-Q1", "-q"];
const byAgency = (...args) => compute(...args, "--by", "agency", "-f", "csv");
const papa = JSON.stringify(createRequire(import.meta.url).resolve("papaparse"));
const folder = mkdtempSync(join(tmpdir(), "claims-bench-"));
const inFolder = (name) => join(folder, name);

const row = (cells) => console.log(`| ${cells.join(" | ")} |`);

/** Measures named commands and prints them, the first being 1. @returns the seconds of each */
function measure(title, rounds, named, before) {
  const found = best(rounds, Object.values(named), before);
  console.log(`\n${title}\n`);
  row(["run", "wall", "ratio", "memory"]);
  row(["---", "--:", "--:", "--:"]);
  Object.keys(named).forEach((name, i) => {
    const { seconds, megabytes } = found[i];
    row([name, `${seconds.toFixed(2)} s`, (seconds / found[0].seconds).toFixed(2), `${megabytes.toFixed(0)} MB`]);
  });
  return found.map(({ seconds }) => seconds);
}

/** Reads files, or all files of a folder, and takes their rows apart. */
const readAlone = (...paths) => [
  node,
  "-e",
  `const Papa=require(${papa}),fs=require("fs");let n=0;
for(const path of ${JSON.stringify(paths)})
  for(const file of fs.statSync(path).isDirectory()?fs.readdirSync(path).map(f=>path+"/"+f):[path])
    Papa.parse(fs.readFileSync(file,"utf8"),{header:false,step:()=>{n++}})`,
];
const python = (...paths) => ["python3", "tools/bench/peer.py", ...paths];

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
measure("Start", 20, {
  "node -e 0": [node, "-e", "0"],
  "claims compute fixtures/roster.csv": [node, "bin/claims.js", "compute", "fixtures/roster.csv"],
});

for (const officers of [100, 16_000]) {
  const path = inFolder(`officers-${officers}.csv`);
  oneRoster(path, officers, 1, true);
  const as = (format) => compute(path, "-f", format, "-o", inFolder(`claim.${format}`), "--force");
  measure(`Documents of ${officers} officers`, officers > 1_000 ? 2 : 10, { json: as("json"), xlsx: as("xlsx") });
}

const roster = inFolder("roster.csv");
oneRoster(roster, OFFICERS, 1_000, true);
measure(`The mix: ${OFFICERS} officers of 1,000 agencies`, 3, {
  "read and Papa alone": readAlone(roster),
  claims: byAgency(roster),
  "Python, csv and Decimal": python(roster),
});

const [unpaid, paid] = [inFolder("unpaid.csv"), inFolder("paid.csv")];
oneRoster(unpaid, OFFICERS, 1_000, false);
payroll(paid, OFFICERS, 1_000);
measure("The mix with payroll for 70 % of them", 3, {
  "read and Papa alone": readAlone(unpaid, paid),
  claims: byAgency(unpaid, "--payroll", paid),
  "Python, csv and Decimal": python(unpaid, paid),
});

const nation = [inFolder("nation.csv"), inFolder("nation-paid.csv"), inFolder("nation-rates.csv")];
oneRoster(nation[0], 16_000, 1_600, false);
payroll(nation[1], 16_000, 1_600);
rates(nation[2], 1_600);
measure("The nation: 1,600 agencies of 10 officers, payroll and rates", 10, {
  "read and Papa alone": readAlone(...nation),
  claims: byAgency(nation[0], "--payroll", nation[1], "--rates", nation[2]),
  "Python, csv and Decimal": python(...nation),
});

const [rosters, out] = [inFolder("rosters"), inFolder("out")];
manyRosters(rosters, 1_001);
let filled = 0;
// Another run's folder is put aside, not deleted: ext4 is slow to give out what was just given back.
const fresh = () => {
  if (existsSync(out)) renameSync(out, `${out}-${filled++}`);
};
measure(
  "1,001 rosters of 16 officers into a folder",
  10,
  { "read and Papa alone": readAlone(rosters), "claims --out-dir, JSON": compute(rosters, "--out-dir", out) },
  fresh,
);

console.log("\nTen times the rows\n");
row(["of", "rows", "wall", "ten times the rows", "times"]);
row(["---", "--:", "--:", "--:", "--:"]);
/** How the time grows. @param argsOf makes the files of a number of rows and gives the arguments */
function growth(title, rows, argsOf) {
  const commands = [rows, rows * 10].map((count) => byAgency(...argsOf(count)));
  const [one, ten] = best(3, commands).map(({ seconds }) => seconds);
  row([title, rows, `${one.toFixed(2)} s`, `${ten.toFixed(2)} s`, (ten / one).toFixed(1)]);
}
const one = inFolder("one.csv");
oneRoster(one, 1, 1, false);
growth("payroll of one officer", 30_000, (count) => {
  const path = inFolder(`one-${count}.csv`);
  paymentsOfOne(path, count);
  return [one, "--payroll", path];
});
growth("agencies with payroll", 10_000, (count) => {
  const [officers, pay] = [inFolder(`each-${count}.csv`), inFolder(`each-paid-${count}.csv`)];
  oneRoster(officers, count, count, false);
  payroll(pay, count, count);
  return [officers, "--payroll", pay];
});

const bad = inFolder("bad.csv");
badRows(bad, OFFICERS);
writeFileSync(
  inFolder("reject.sh"),
  `${byAgency(bad, "--rejects", inFolder("rejects.csv"), "--force").join(" ")} 2>&1 || test $? = 3\n`,
);
measure(`--rejects of ${OFFICERS} bad rows`, 1, {
  "read and Papa alone": readAlone(bad),
  "claims --rejects": ["sh", inFolder("reject.sh")],
});
rmSync(folder, { recursive: true });
