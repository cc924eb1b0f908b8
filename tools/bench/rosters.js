// Files to measure with: invented officers, mixed as a state has them.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";

const ROSTER =
  "agency_id,agency_name,officer_id,officer_name,program_model,trained_on,start_date,end_date,eligible,time_share,annual_salary,annual_benefits,overtime_paid\n";
const PAYROLL = "agency_id,officer_id,quarter,salary_paid,overtime_paid\n";
const RATES = "agency_id,quarter,placements_provided,placements_successful,reference\n";
const MODELS = ["TFM", "TFM", "JEM", "WSO"];
const ROWS_AT_ONCE = 10_000;

const agencyId = (agency) => `FL${String(agency).padStart(7, "0")}`;

/** Officers of a hundred: 12 trained within the quarter, 4 ended in it, 3 not trained, 6 with a raise, 5 with a time share. */
function rows(agency, i, overtime) {
  const of100 = (i * 37) % 100;
  const cents = String(i % 100).padStart(2, "0");
  const salary = 60_000 + ((i * 7_919) % 40_000);
  const trained = of100 < 12 ? `2025-11-${String(1 + (i % 28)).padStart(2, "0")}` : of100 < 15 ? "" : "2025-09-15";
  const ended = of100 >= 15 && of100 < 19 ? `2025-11-${String(1 + (i % 28)).padStart(2, "0")}` : "";
  const share = of100 >= 25 && of100 < 30 ? "80%" : "100%";
  const who = `${agencyId(agency)},Agency ${agency} Sheriff,${100_000 + i},"Ruiz, Ana ${i}",${MODELS[i % 4]},${trained}`;
  const pay = (dollars, paid) => `yes,${share},${dollars}.${cents},${20_000 + ((i * 31) % 9_000)}.25,${paid}`;
  if (of100 < 19 || of100 >= 25) return `${who},,${ended},${pay(salary, overtime)}\n`;
  return `${who},,2025-11-15,${pay(salary, overtime)}\n${who},2025-11-16,,${pay(salary + 3_000, "")}\n`;
}

const overtimeOf = (i) => `${(i * 13) % 5_000}.50`;

/** Payroll for 70 of 100 officers, a third of them with the salary paid. */
function payrollRow(agency, i) {
  if ((i * 29) % 100 >= 70) return "";
  const salary = i % 3 === 0 ? `${14_000 + ((i * 7) % 9_000)}.00` : "";
  return `${agencyId(agency)},${100_000 + i},FY2026-Q1,${salary},${overtimeOf(i)}\n`;
}

/** Writes a line or more for each of many. */
function write(path, header, count, linesOf) {
  const file = openSync(path, "w");
  writeSync(file, header);
  for (let from = 0; from < count; from += ROWS_AT_ONCE) {
    const lines = [];
    for (let i = from; i < Math.min(from + ROWS_AT_ONCE, count); i++) lines.push(linesOf(i));
    writeSync(file, lines.join(""));
  }
  closeSync(file);
}

/** One roster of many officers, spread over a number of agencies. @param withPay whether it has the overtime itself */
export function oneRoster(path, officers, agencies, withPay) {
  const each = Math.ceil(officers / agencies);
  write(path, ROSTER, officers, (i) => rows(Math.floor(i / each), i, withPay ? overtimeOf(i) : ""));
}

/** The payroll of the same officers. */
export function payroll(path, officers, agencies) {
  const each = Math.ceil(officers / agencies);
  write(path, PAYROLL, officers, (i) => payrollRow(Math.floor(i / each), i));
}

/** The rates of as many agencies. */
export const rates = (path, agencies) =>
  write(path, RATES, agencies, (i) => `${agencyId(i)},FY2026-Q1,40,${25 + (i % 16)},ICE-${i}\n`);

/** Payroll of one officer, a row a payment. */
export const paymentsOfOne = (path, payments) =>
  write(path, PAYROLL, payments, (i) => `${agencyId(0)},100000,FY2026-Q1,,${Math.floor(i / 90)}.${10 + (i % 90)}\n`);

/** One roster in which no row can be read. */
export const badRows = (path, officers) =>
  write(path, ROSTER, officers, (i) => rows(Math.floor(i / 1_000), i, "").replace("yes", "maybe"));

/** A folder of rosters of 16 officers, an agency each. */
export function manyRosters(folder, agencies) {
  mkdirSync(folder);
  for (let agency = 0; agency < agencies; agency++) {
    const lines = Array.from({ length: 16 }, (_, i) => rows(agency, agency * 16 + i, overtimeOf(i)));
    writeFileSync(join(folder, `${String(agency).padStart(6, "0")}.csv`), ROSTER + lines.join(""));
  }
}
