// Measures the program beside bare Node, Papa alone and other tools on the same rosters, as ratios in one run.
// Prints tables; asserts nothing. `npm run bench -- 100000` takes fewer officers.
import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { manyRosters, oneRoster } from "./bench/rosters.js";
import { best, isThere } from "./bench/runs.js";

const OFFICERS = Number(process.argv[2] ?? 1_000_000);
const node = process.execPath;
const compute = (...args) => [node, "bin/claims.js", "compute", ...args, "--quarter", "FY2026-Q1", "-q"];
const papa = JSON.stringify(createRequire(import.meta.url).resolve("papaparse"));
const folder = mkdtempSync(join(tmpdir(), "claims-bench-"));

const row = (cells) => console.log(`| ${cells.join(" | ")} |`);
function table(title, first, runs) {
  console.log(`\n${title}\n`);
  row(["run", "wall", "ratio", "memory"]);
  row(["---", "--:", "--:", "--:"]);
  for (const [name, { seconds, megabytes }] of runs)
    row([name, `${seconds.toFixed(2)} s`, (seconds / first.seconds).toFixed(2), `${megabytes.toFixed(0)} MB`]);
}

/** Measures named commands and prints them, the first being 1. */
function measure(title, rounds, named, before) {
  const found = best(rounds, Object.values(named), before);
  table(
    title,
    found[0],
    Object.keys(named).map((name, i) => [name, found[i]]),
  );
}

const parseOne = (path) =>
  `const Papa=require(${papa});let n=0;Papa.parse(require("fs").readFileSync(${JSON.stringify(path)},"utf8"),{header:false,step:()=>{n++}})`;
const parseAll = (path) =>
  `const Papa=require(${papa}),fs=require("fs");let n=0;for(const f of fs.readdirSync(${JSON.stringify(path)}))Papa.parse(fs.readFileSync(${JSON.stringify(path)}+"/"+f,"utf8"),{header:false,step:()=>{n++}})`;

/** The same totals by agency with what else is on this machine. */
function peers(path) {
  const sums = "round(annual_salary/4.0,2)+round(annual_benefits/4.0,2)+min(overtime_paid,annual_salary/4.0)";
  const found = { "Python csv + decimal": ["python3", "tools/bench/peer.py", path] };
  if (isThere("python3", "-c", "import pandas")) found.pandas = ["python3", "tools/bench/peer-pandas.py", path];
  if (isThere("mlr", "--version")) {
    const put = "$t=roundm($annual_salary/4,0.01)+roundm($annual_benefits/4,0.01)+min($overtime_paid,$annual_salary/4)";
    found.Miller = ["mlr", "--icsv", "--ocsv", "put", "-q", `${put};@t[$agency_id]+=$t;end{emit @t,"agency_id"}`, path];
  }
  if (isThere("python3", "-c", "import duckdb"))
    found.DuckDB = [
      "python3",
      "-c",
      `import duckdb;print(duckdb.sql("select agency_id,sum(${sums.replace("min(", "least(")}) from '${path}' group by 1").fetchall()[:1])`,
    ];
  if (isThere("sqlite3", "--version")) {
    const select = `select agency_id,sum(${sums}) from r group by 1;`;
    found.sqlite3 = ["sqlite3", ":memory:", ".mode csv", `.import ${path} r`, select];
  }
  if (isThere("soffice", "--version"))
    found["LibreOffice, to xlsx alone"] = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", folder, path];
  return found;
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
measure("Start", 20, {
  "node -e 0": [node, "-e", "0"],
  "claims compute fixtures/roster.csv": [node, "bin/claims.js", "compute", "fixtures/roster.csv"],
});

for (const agencies of [1, 1_000]) {
  const path = join(folder, `${agencies}.csv`);
  oneRoster(path, OFFICERS, agencies);
  measure(`${OFFICERS} officers in one file, agencies: ${agencies}`, 3, {
    "read and Papa alone": [node, "-e", parseOne(path)],
    "claims --by agency -f csv": compute(path, "--by", "agency", "-f", "csv"),
  });
}

const tenth = join(folder, "tenth.csv");
oneRoster(tenth, OFFICERS / 10, 100);
measure(`Peers: ${OFFICERS / 10} officers of 100 agencies`, 3, {
  "read and Papa alone": [node, "-e", parseOne(tenth)],
  "claims --by agency -f csv": compute(tenth, "--by", "agency", "-f", "csv"),
  ...peers(tenth),
});

for (const agencies of [100, 1_001, 10_010]) {
  const rosters = join(folder, String(agencies));
  const out = join(folder, "out");
  manyRosters(rosters, agencies);
  let filled = 0;
  // Another run's folder is put aside, not deleted: ext4 is slow to give out what was just given back.
  const fresh = () => {
    if (existsSync(out)) renameSync(out, `${out}-${agencies}-${filled++}`);
  };
  measure(
    `${agencies} rosters of 16 officers`,
    agencies > 2_000 ? 2 : 10,
    {
      "read and Papa alone": [node, "-e", parseAll(rosters)],
      "claims --out-dir, JSON": compute(rosters, "--out-dir", out),
    },
    fresh,
  );
}
rmSync(folder, { recursive: true });
