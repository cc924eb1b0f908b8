// Rosters to measure with: invented officers, eligible all quarter.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";

const HEADER =
  "agency_id,agency_name,officer_id,officer_name,program_model,trained_on,start_date,end_date,eligible,time_share,annual_salary,annual_benefits,overtime_paid\n";
const MODELS = ["TFM", "TFM", "JEM", "WSO"];

function row(agency, i) {
  const cents = String(i % 100).padStart(2, "0");
  return `FL${String(agency).padStart(7, "0")},Agency ${agency} Sheriff,${100_000 + i},"Ruiz, Ana ${i}",${MODELS[i % 4]},2025-09-15,,,yes,100%,${60_000 + (i % 40_000)}.${cents},${20_000 + (i % 9_000)}.25,${i % 5_000}.50\n`;
}

/** One roster of many officers, spread over a number of agencies. */
export function oneRoster(path, officers, agencies) {
  const file = openSync(path, "w");
  writeSync(file, HEADER);
  const each = Math.ceil(officers / agencies);
  for (let from = 0; from < officers; from += 10_000) {
    const rows = [];
    for (let i = from; i < Math.min(from + 10_000, officers); i++) rows.push(row(Math.floor(i / each), i));
    writeSync(file, rows.join(""));
  }
  closeSync(file);
}

/** A folder of rosters of 16 officers, an agency each. */
export function manyRosters(folder, agencies) {
  mkdirSync(folder);
  for (let agency = 0; agency < agencies; agency++) {
    const rows = Array.from({ length: 16 }, (_, i) => row(agency, agency * 16 + i));
    writeFileSync(join(folder, `${String(agency).padStart(6, "0")}.csv`), HEADER + rows.join(""));
  }
}
