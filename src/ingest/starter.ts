import Papa from "papaparse";
import { COLUMNS } from "./table/columns.ts";
import type { Role } from "./text/rows.ts";

/** The cells of a row by the names of their columns; those left out are blank. */
export type RowCells = Readonly<Record<string, string>>;

/** An input file with every column of its role; marked as UTF-8, by which spreadsheets tell. */
export function inputText(role: Role, rows: readonly RowCells[]): string {
  const names = COLUMNS[role].map(({ name }) => name);
  const cells = rows.map((row) => names.map((name) => row[name] ?? ""));
  return `\uFEFF${Papa.unparse([names, ...cells], { newline: "\n" })}\n`;
}

const agency_id = "FL0000000";
const quarter = "FY2026-Q1";

const ROSTER: readonly RowCells[] = [
  {
    agency_id,
    agency_name: "Example County Sheriff",
    officer_id: "1001",
    officer_name: "Example, One",
    program_model: "TFM",
    trained_on: "2025-09-15",
    eligible: "yes",
    time_share: "100%",
    annual_salary: "60000.00",
    annual_benefits: "18000.00",
  },
  {
    agency_id,
    agency_name: "Example County Sheriff",
    officer_id: "1002",
    officer_name: "Example, Two",
    program_model: "JEM",
    trained_on: "2025-11-01",
    start_date: "2025-10-01",
    eligible: "yes",
    time_share: "50%",
    annual_salary: "52000.00",
    annual_benefits: "15600.00",
  },
];

const RATES: readonly RowCells[] = [{ agency_id, quarter, placements_provided: "40", placements_successful: "37" }];

const PAYROLL: readonly RowCells[] = [
  {
    agency_id,
    officer_id: "1001",
    quarter,
    salary_paid: "15000.00",
    benefits_paid: "4500.00",
    overtime_paid: "1250.00",
  },
  { agency_id, officer_id: "1002", quarter, overtime_hours: "10", overtime_rate: "37.50" },
];

const README = `Inputs of the program claims
============================

roster.csv    One row an officer. An officer with a raise or a break has one row for each span (start_date, end_date).
rates.csv     One row an agency and quarter: the placement rate, or how many locations were provided and successful.
payroll.csv   One row an officer and quarter: what payroll paid for 287(g) time. Blank is unknown, 0 is nothing paid.
claims.json   What your agency says once, for the documents that you hand in: put your own in place of the examples.

The two officers are examples: replace their rows with your own and keep the header row. Columns that you do not use
may be left blank or deleted. In the roster, agency_id (but with --agency), officer_id, program_model, trained_on,
annual_salary and annual_benefits are needed; a blank trained_on is an officer who is not trained, and claims nothing.

  dates      2025-10-01 or 10/1/2025
  amounts    85000.37 or $85,000.37
  quarters   FY2026-Q1 is October to December 2025
  models     TFM task force, JEM jail enforcement, WSO warrant service

salary_paid, benefits_paid, overtime_paid and other_funding stand in the roster or in payroll.csv, never in both.
claims.json may also hold what you would type each time, from its own folder: "map": { "annual_salary": "Base Pay" } for
headers of your own, "set": { "program_model": "TFM" } for a column that the roster lacks, "rates", "payroll" and "prior"
for files elsewhere, "readings", "policy"; and in "agency" an "id", your ORI, where the roster has no column of it.
claims schema profile lists it all. What you type wins.

Put the reference of ICE's determination into the column reference of rates.csv; until then an award is only indicated.

  claims check roster.csv      every problem of the three files, with its remedy
  claims compute roster.csv    the claim
  claims compute -h            all that it can do
`;

const PROFILE = {
  schema: "claims-profile/1",
  agency: {
    name: "Example County Sheriff",
    address: "1 Example Street, Example, FL 00000",
    agreement_number: "example",
    agreement_signed_on: "2025-03-07",
    contact: { name: "Example, Three", phone: "555-0100", email: "finance@example.gov" },
    preparer: { name: "Example, Three", title: "Grants clerk" },
    official: { name: "Example, Four", title: "Sheriff" },
  },
  bill_to: { agency: "U.S. Immigration and Customs Enforcement", office: "Example Field Office" },
};

/** What `claims init` writes: a file name and its text. The inputs compute as they are. */
export const STARTER_FILES: readonly (readonly [name: string, text: string])[] = [
  ["roster.csv", inputText("roster", ROSTER)],
  ["rates.csv", inputText("rates", RATES)],
  ["payroll.csv", inputText("payroll", PAYROLL)],
  ["claims.json", `${JSON.stringify(PROFILE, null, 2)}\n`],
  ["README.txt", README],
];
