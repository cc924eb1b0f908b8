import { describe, it } from "vitest";
import { AGENCY, BOTH, expectKind, HALE, HEADER, type Kind, RUIZ, table } from "./kinds.ts";

/*
 * Exports of HR and payroll systems, with the agency and the model given once; and files as a stranger makes them, each right or
 * refused with its place.
 */

const MODEL = ["--set", "program_model=TFM"];
/** An officer's id, and what is said, where that is not 1042 and nothing. */
const system = (kind: string, header: string, row: string, says: readonly string[] = [], id = "1042"): Kind => ({
  kind,
  files: { "roster.csv": table(header, row) },
  args: [...AGENCY, ...MODEL],
  totals: { [id]: "27000.12" },
  says,
});

const SYSTEMS: readonly Kind[] = [
  system(
    "ADP",
    "Company Code,File Number,Payroll Name,Position Status,Annual Salary,Employer Benefits,Date Trained",
    'X1,001042,"Ruiz, Ana",Active,"85,000.37","23,000.11",09/15/2025',
    ["column-may-matter roster.csv:1:4", "unknown-columns"],
    "001042",
  ),
  system(
    "UKG",
    'Employee Number,"Employee Name (Last Suffix, First MI)",Annual Salary,Employer Contributions,Training Completed',
    '1042,"Ruiz, Ana",85000.37,23000.11,09/15/2025',
  ),
  system(
    "Kronos",
    "Person Number,Employee Full Name,Base Wage,Annual Salary,Fringe,Trained On",
    '1042,"Ruiz, Ana",40.87,85000.37,23000.11,09/15/2025',
    ["unknown-columns"],
  ),
  system(
    "Munis",
    "Employee Number,Last Name,First Name,MI,Status,Annual Salary,Annual Fringe,Certification Date",
    "1042,RUIZ,ANA,M,A,85000.37,23000.11,09/15/2025",
    ["column-may-matter roster.csv:1:5", "unknown-columns"],
  ),
  system(
    "PeopleSoft",
    "EMPLID,NAME,ANNUAL_RT,BENEFIT_COST,CREDENTIAL_DATE,TERM_DATE",
    '1042,"Ruiz,Ana",85000.37,23000.11,09/15/2025,',
  ),
  system(
    "Workday",
    "Worker ID,Legal Name,Annual Base Pay,Employer Contributions,Training Completed,Separation Date",
    '1042,"Ruiz, Ana",85000.37,23000.11,2025-09-15 00:00:00,',
  ),
  system(
    "Tyler",
    "Emp No.,Full Name,Yearly Salary,Employer-Paid Benefits,Certified On",
    '1042,"Ruiz, Ana",85000.37,23000.11,09/15/2025',
  ),
  system(
    "Paylocity",
    "Employee Id,Last Name,First Name,Base Salary,Benefit Cost,Certification Date,Termination Date",
    '1042,Ruiz,Ana,"$85,000.37","$23,000.11",9/15/2025,',
  ),
  system(
    "Paycom",
    "Employee_ID,Lastname,Firstname,Annual_Salary,Employer_Contributions,Date_Trained",
    "1042,Ruiz,Ana,85000.37,23000.11,09/15/2025",
  ),
  system(
    "Paychex",
    "Employee ID,Employee Name,Annual Pay,Fringe Cost,Training Date",
    '1042,"Ruiz, Ana",85000.37,23000.11,09/15/2025',
  ),
  system(
    "Gusto",
    "Employee ID,Last name,First name,Annual salary,Employer benefits,Certified on",
    '1042,Ruiz,Ana,"85,000.37","23,000.11",2025-09-15',
  ),
  system(
    "Oracle",
    "Employee Number,Full Name,Annual Salary,Fringe Benefits,Credentialed On",
    '1042,"Ruiz, Ana",85000.37,23000.11,2025/09/15',
  ),
  system(
    "New World",
    "Employee Number,Employee Name,Badge Number,Annual Rate,Fringe Benefits,Certification Date",
    '1042,"RUIZ, ANA",217,85000.37,23000.11,09/15/2025',
    ["header-chosen"],
    "217",
  ),
];

/** A roster of two, one cell of the first another. */
const cell = (kind: string, was: string, is: string, says: readonly string[]): Kind => ({
  kind,
  files: { "roster.csv": table(HEADER, RUIZ.replace(was, is), HALE) },
  says,
});
const column = (kind: string, header: string, [one, two]: [string, string], says: readonly string[]): Kind => ({
  kind,
  files: { "roster.csv": table(`${HEADER},${header}`, `${RUIZ},${one}`, `${HALE},${two}`) },
  says,
});
const payroll = (kind: string, header: string, row: string, says: readonly string[], ana?: string): Kind => ({
  kind,
  files: { "roster.csv": table(HEADER, RUIZ, HALE), "payroll.csv": table(header, row) },
  says,
  ...(ana === undefined ? {} : { totals: { ...BOTH, 1042: ana } }),
});
const PAID = "officer_id,quarter,overtime_paid";
const STRANGER = ["payroll-of-unknown-officers payroll.csv::"];

const STRANGERS: readonly Kind[] = [
  payroll("a star behind an amount", PAID, '1042,FY2026-Q1,"3,456.78*"', ["not-an-amount payroll.csv:2:3"]),
  payroll("a currency behind an amount", PAID, "1042,FY2026-Q1,3456.78 USD", ["not-an-amount payroll.csv:2:3"]),
  payroll("a credit", PAID, "1042,FY2026-Q1,200.00 CR", ["not-an-amount payroll.csv:2:3"]),
  payroll("a minus behind", PAID, "1042,FY2026-Q1,200.00-", ["negative-amount payroll.csv:2:3"]),
  payroll("a dash that may be none or a minus", PAID, "1042,FY2026-Q1,\u2013", ["not-an-amount payroll.csv:2:3"]),
  payroll("a fiscal year of two years", PAID, "1042,FY 25-26 Q1,500", ["bad-quarter payroll.csv:2:2"]),
  payroll("a month as quarter", PAID, "1042,Oct 2025,500", ["bad-quarter payroll.csv:2:2"]),
  payroll("a calendar quarter", PAID, "1042,2025Q4,500", ["ambiguous-quarter payroll.csv:2:2"]),
  payroll("the first and the last day as quarter", PAID, "1042,10/01/2025 - 12/31/2025,500", [], "27500.12"),
  payroll("quarters as columns", "officer_id,FY2026-Q1,FY2026-Q2", "1042,500,600", [
    "missing-column payroll.csv:1:",
    "unknown-columns",
  ]),
  payroll(
    "cents in a column of their own",
    `${PAID},overtime_cents`,
    "1042,FY2026-Q1,3456,78",
    ["column-may-matter payroll.csv:1:4"],
    "30456.12",
  ),
  ...["cents", "$000", "in thousands", "$ K", "YTD", "year to date"].map((unit) =>
    payroll(`overtime (${unit})`, `officer_id,quarter,overtime_paid (${unit})`, "1042,FY2026-Q1,345678", [
      "column-may-matter payroll.csv:1:3",
      "payroll-without-amounts payroll.csv:1:",
    ]),
  ),
  payroll(
    "overtime of the year beside salary of the quarter",
    "officer_id,quarter,salary_paid,Overtime (YTD)",
    "1042,FY2026-Q1,20000,9000",
    ["column-may-matter payroll.csv:1:4"],
    "25750.03",
  ),
  payroll("the letter O for a nought in an id", PAID, "1O42,FY2026-Q1,500", STRANGER, "27000.12"),
  payroll("an id that was a number with decimals", PAID, "1042.0,FY2026-Q1,500", STRANGER, "27000.12"),
  payroll("digits of full width", PAID, "１０４２,FY2026-Q1,500", STRANGER, "27000.12"),
  payroll("a row for all officers", PAID, "ALL,FY2026-Q1,500", STRANGER, "27000.12"),
  payroll("a sum without an id or a word", PAID, ",FY2026-Q1,1100", ["blank-cell payroll.csv:2:1"]),
  column("a share as 0.92", "time_share", ["0.92", "100%"], ["ambiguous-percent roster.csv:2:8"]),
  column("a share as a fraction", "time_share", ["1/2", "100%"], ["bad-percent roster.csv:2:8"]),
  column("an end with a remark", "end_date", ["10/31/2025 (resigned)", ""], ["not-a-date roster.csv:2:8"]),
  column("an end in words", "end_date", ["present", ""], ["not-a-date roster.csv:2:8"]),
  column("a cross for eligible", "Eligible?", ["X", ""], ["not-yes-or-no roster.csv:2:8"]),
  cell("a weekday before a date", "2025-09-15", "Mon 9/15/2025", ["not-a-date roster.csv:2:5"]),
  cell("two dates in a cell", "2025-09-15", "9/15/2025; 11/1/2025", ["not-a-date roster.csv:2:5"]),
  cell("pay of a month", "85000.37", "7083.36/mo", ["not-an-amount roster.csv:2:6"]),
  cell("benefits in percent", "23000.11", "27.1%", ["not-an-amount roster.csv:2:7"]),
  {
    ...cell("benefits in percent without the sign", "23000.11", "27.06", ["unusual-benefits roster.csv:2:7"]),
    totals: { ...BOTH, 1042: "21256.86" },
  },
  cell("two models in a cell", "TFM", "TFM & JEM", ["unknown-model roster.csv:2:4"]),
  {
    kind: "a merged agency: its id on the first row only",
    files: { "roster.csv": table(HEADER, RUIZ, HALE.replace("FL0310200", "")) },
    says: ["blank-cell roster.csv:3:1"],
  },
  {
    kind: "ditto marks",
    files: { "roster.csv": table(HEADER, RUIZ, HALE.replace("TFM,2025-09-15", "do.,do.")) },
    says: ["not-a-date roster.csv:3:5", "unknown-model roster.csv:3:4"],
  },
  {
    kind: "salary and benefits of an officer on two lines",
    files: { "roster.csv": table(HEADER, RUIZ.replace(",23000.11", ","), "FL0310200,1042,,,,,23000.11") },
    says: ["blank-cell roster.csv:2:7", "blank-cell roster.csv:3:4", "blank-cell roster.csv:3:6"],
  },
  {
    kind: "a table in a letter",
    files: { "roster.csv": table("To whom it may concern", "", HEADER, RUIZ, HALE, "", "Regards", "J. Poe") },
    totals: BOTH,
    says: ["note-rows", "title-rows"],
  },
  {
    kind: "a table quoted in a mail",
    files: { "roster.csv": table(`> ${HEADER}`, `> ${RUIZ}`, `> ${HALE}`) },
    says: ["missing-column roster.csv:1:", "unknown-columns"],
  },
  {
    kind: "pages with their numbers below",
    files: { "roster.csv": table(HEADER, RUIZ, "Page 1 of 2", HEADER, HALE, "Page 2 of 2") },
    totals: BOTH,
    says: ["header-again", "note-rows"],
  },
  {
    kind: "rows that are numbered",
    files: { "roster.csv": table(`No.,${HEADER}`, `1,${RUIZ}`, `2,${HALE}`) },
    totals: BOTH,
    says: ["unknown-columns"],
  },
  {
    kind: "subtotals under the agency's id",
    files: {
      "roster.csv": table(
        HEADER,
        RUIZ,
        "FL0310200,,Sub-total,,,85000.37,23000.11",
        HALE,
        "FL0310200,,GRAND TOTALS,,,149250.37,40300.11",
      ),
    },
    totals: BOTH,
    says: ["totals-row"],
  },
];

describe("an export of a system", () => {
  it.each(SYSTEMS)("$kind", expectKind);
});

describe("a file of a stranger", () => {
  it.each(STRANGERS)("$kind", expectKind);
});
