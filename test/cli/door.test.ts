import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AGENCY, BOTH, expectKind, HALE, HEADER, type Kind, RUIZ, table } from "./kinds.ts";
import { claims, inFolder } from "./run.ts";

const KINDS: readonly Kind[] = [
  {
    kind: "an amount without quotes falls into the next cells, whose headers are blank",
    files: { "roster.csv": table(`${HEADER},,`, "FL0310200,1042,Ana Ruiz,TFM,2025-09-15,85,000,23,000") },
    says: ["text-without-header roster.csv:2:8"],
  },
  {
    kind: "an amount of payroll without quotes",
    files: {
      "roster.csv": table(HEADER, RUIZ),
      "payroll.csv": table("officer_id,quarter,salary_paid,overtime_paid,", "1042,FY2026-Q1,21250.09,3,456.78"),
    },
    says: ["text-without-header payroll.csv:2:5"],
  },
  {
    kind: "a remark under a blank header",
    files: { "roster.csv": table(`${HEADER},`, `${RUIZ},left 10/31`, `${HALE},`) },
    says: ["text-without-header roster.csv:2:8"],
  },
  {
    kind: "an index column without a header",
    files: { "roster.csv": table(`,${HEADER}`, `0,${RUIZ}`) },
    says: ["text-without-header roster.csv:2:1"],
  },
  {
    kind: "headers with remarks in brackets",
    files: {
      "roster.csv": table(
        "Agency ID,Officer ID,Name,Program Model,Trained On,Annual Salary,Annual Benefits,Eligible (Y/N),End Date (if any)",
        'FL0310200,1042,"Ruiz, Ana",TFM,2025-09-15,85000.37,23000.11,N,',
        'FL0310200,1043,"Hale, Marcus",TFM,2025-09-15,64250.00,17300.00,Y,2025-10-15',
      ),
    },
    totals: { 1042: "0.00", 1043: "3324.05" },
  },
  {
    kind: "headers with stars and dollars",
    files: {
      "roster.csv": table(
        "Agency ID*,Officer ID*,Officer Name,Program Model*,Trained On*,Annual Salary ($)*,Annual Benefits ($)*",
        RUIZ,
      ),
    },
    totals: { 1042: "27000.12" },
  },
  {
    kind: "a bracket that says that it is no dollars a year",
    files: { "roster.csv": table(HEADER.replace("annual_salary", "Salary (monthly)"), RUIZ) },
    says: ["missing-column roster.csv:1:", "unknown-columns"],
  },
  {
    kind: "an hourly wage as annual salary",
    files: {
      "roster.csv": table(
        "agency_id,employee_id,program_model,training_date,Base Salary,Pay Basis,Fringe Benefits",
        "FL0310200,1042,TFM,9/15/2025,40.87,per Hour,11.06",
      ),
    },
    totals: { 1042: "12.99" },
    says: ["column-may-matter roster.csv:1:6", "unusual-salary roster.csv:2:5"],
  },
  {
    kind: "ids as formulas of text and with an apostrophe",
    files: {
      "roster.csv": table(
        HEADER,
        'FL0310200,"=""00123""",Ana,TFM,2025-09-15,85000.37,23000.11',
        HALE.replace("1043", "'00124"),
      ),
      "payroll.csv": table(
        "officer_id,quarter,overtime_paid",
        "00123,FY2026-Q1,100.00",
        '"=""00124""",FY2026-Q1,200.00',
      ),
    },
    totals: { "00123": "27100.12", "00124": "20587.50" },
  },
  {
    kind: "spans that end on a day that means none",
    files: {
      "roster.csv": table(
        `${HEADER},start_date,end_date`,
        `${RUIZ},10/1/2018,12/31/9999`,
        `${HALE},1900-01-01,9999-12-31 00:00:00`,
        'FL0310200,1044,"Poe, Lee",TFM,2025-09-15,64250.00,17300.00,1/1/1900,12/31/2999',
      ),
    },
    totals: { ...BOTH, 1044: "20387.50" },
  },
  {
    kind: "a start that means none is a mistake",
    files: { "roster.csv": table(`${HEADER},start_date`, `${RUIZ},12/31/9999`) },
    says: ["not-a-date roster.csv:2:8"],
  },
  {
    kind: "rows of totals at the end and in between, and a footer",
    files: {
      "roster.csv": table(
        HEADER,
        RUIZ,
        "Total Enforcement,,,,,85000.37,23000.11",
        HALE,
        "Grand Total,,,,,149250.37,40300.11",
        ",,2 officers (count),,,,",
        "",
        "Prepared by J. Poe 1/5/2026",
      ),
    },
    totals: BOTH,
    says: ["note-rows", "totals-row"],
  },
  {
    kind: "a row of an officer who has a total in the name",
    files: { "roster.csv": table(HEADER, RUIZ, HALE.replace("Hale, Marcus", "Totally, Bob")) },
    totals: BOTH,
  },
  {
    kind: "a row without an id is no row of totals for having a total in the name",
    files: { "roster.csv": table(HEADER, RUIZ, HALE.replace("1043", "").replace("Hale, Marcus", "Count, Bob")) },
    says: ["blank-cell roster.csv:3:2"],
  },
  {
    kind: "a total for each officer in payroll",
    files: {
      "roster.csv": table(HEADER, RUIZ),
      "payroll.csv": table(
        "officer_id,quarter,pay_period,overtime_paid",
        "1042,FY2026-Q1,10/10/2025,1000.00",
        "1042,FY2026-Q1,10/24/2025,1500.00",
        "1042,FY2026-Q1,Total,2500.00",
      ),
    },
    says: ["totals-row-with-id payroll.csv:4:3", "unknown-columns"],
  },
  {
    kind: "a reversal",
    files: {
      "roster.csv": table(HEADER, RUIZ),
      "payroll.csv": table("officer_id,quarter,overtime_paid", "1042,FY2026-Q1,3456.78", "1042,FY2026-Q1,(200.00)"),
    },
    says: ["negative-amount payroll.csv:3:3"],
  },
  {
    kind: "bad cells of people who are not in the roster",
    files: {
      "roster.csv": table(HEADER, RUIZ),
      "payroll.csv": table(
        "officer_id,quarter,salary_paid,benefits_paid,overtime_paid",
        "1042,FY2026-Q1,21250.09,5750.03,3456.78",
        "7777,FY2026-Q1,9000.00,2000.00,-35.10",
        "8888,FY2026-Q1,9000.125,2000.00,",
      ),
    },
    totals: { 1042: "30456.90" },
    says: ["payroll-of-unknown-officers payroll.csv::"],
  },
  {
    kind: "two exports one below the other",
    files: {
      "roster.csv": table(
        "Officer ID,Rank,Shift,Program Model,Trained On,Annual Salary,Annual Benefits",
        "1042,Dep,A,TFM,2025-09-15,85000.37,23000.11",
        "Officer ID,Rank,Name,Program Model,Trained On,Annual Salary,Annual Benefits",
        '1044,Dep,"Poe, Lee",TFM,2025-09-15,64250.00,17300.00',
      ),
    },
    args: AGENCY,
    says: ["second-header roster.csv:3:", "unknown-columns"],
  },
  {
    kind: "a header that was sorted with the rows",
    files: { "roster.csv": table(RUIZ, HEADER, HALE) },
    says: ["rows-above-header roster.csv:2:"],
  },
  {
    kind: "a second header in payroll, with the columns in another order",
    files: {
      "roster.csv": table(HEADER, RUIZ),
      "payroll.csv": table(
        "officer_id,quarter,overtime_paid",
        "1042,FY2026-Q1,100.00",
        "quarter,officer_id,overtime_paid",
        "FY2026-Q1,1042,200.00",
      ),
    },
    says: ["second-header payroll.csv:3:"],
  },
  {
    kind: "the header again on each page, in capitals and with fewer commas, and titles between",
    files: {
      "roster.csv": table(
        "Palmetto Bay SO - 287(g) Roster,,,,,,",
        "Page 1 of 2,,,,,,",
        `${HEADER},eligible`,
        RUIZ,
        "Palmetto Bay SO - 287(g) Roster,,,,,,",
        "Page 2 of 2,,,,,,",
        `${HEADER.toUpperCase()},ELIGIBLE`,
        HALE,
      ),
    },
    totals: BOTH,
    says: ["header-again", "note-rows", "title-rows"],
  },
  {
    kind: "pages of a file whose first column is the id",
    files: {
      "payroll.csv": table(
        "officer_id,quarter,overtime_paid",
        "1042,FY2026-Q1,100.00",
        "Page 2 of 2,,",
        "1043,FY2026-Q1,1.00",
        "Total,,101.00",
      ),
      "roster.csv": table(HEADER, RUIZ, HALE),
    },
    totals: { 1042: "27100.12", 1043: "20388.50" },
    says: ["note-rows", "totals-row"],
  },
  {
    kind: "a point that may divide thousands",
    files: { "roster.csv": table(HEADER, RUIZ.replace("85000.37", "85.000").replace("23000.11", "23.000")) },
    says: ["ambiguous-point roster.csv:2:6", "ambiguous-point roster.csv:2:7"],
  },
  {
    kind: "a source line below the rows of two agencies",
    files: {
      "roster.csv": table(
        HEADER,
        RUIZ,
        HALE.replace("FL0310200", "FL0440000"),
        "",
        "Source: PeopleSoft query GRANT_287G run 01/05/2026",
      ),
    },
    totals: BOTH,
    says: ["note-rows"],
  },
  {
    kind: "payroll without an amount that is known to be dollars",
    files: {
      "roster.csv": table(HEADER, RUIZ),
      "payroll.csv": table("Employee ID,Quarter,REG,OT,HOL", "1042,FY2026-Q1,496,56.4,24"),
    },
    says: ["payroll-without-amounts payroll.csv:1:", "unknown-columns"],
  },
  {
    kind: "two headers for an id, and one for a name beside its own",
    files: {
      "roster.csv": table(
        "agency_id,agency_name,Department,Employee ID,Badge Number,Name,Program Model,Trained On,Annual Salary,Benefits",
        'FL0310200,Palmetto Bay SO,Patrol,88120,1042,"Ruiz, Ana",TFM,2025-09-15,85000.37,23000.11',
      ),
    },
    totals: { 88120: "27000.12" },
    says: ["header-chosen", "header-chosen"],
  },
  {
    kind: "two headers for an amount",
    files: { "roster.csv": table(`${HEADER},Base Salary`, `${RUIZ},80000.00`) },
    says: ["duplicate-column roster.csv:1:8"],
  },
  {
    kind: "two bodies that share an ORI",
    files: {
      "roster.csv": table(
        `${HEADER},agency_name`,
        `${RUIZ},Bay Sheriff`,
        `${HALE},BAY SHERIFF`,
        `${HALE.replace("1043", "1044")},Bay Jail`,
      ),
    },
    totals: { ...BOTH, 1044: "20387.50" },
    says: ["agency-with-two-names roster.csv:4:8", "name-with-two-ids roster.csv:4:"],
  },
  {
    kind: "dates with a time of midnight, and without the zeros",
    files: {
      "roster.csv": table(
        HEADER,
        RUIZ.replace("2025-09-15", "9/15/2025 0:00"),
        HALE.replace("2025-09-15", "2025-9-15"),
      ),
    },
    totals: BOTH,
  },
  {
    kind: "the columns of ADP",
    files: {
      "roster.csv": table(
        "Company Code,Position ID,File Number,Payroll Name,Position Status,Hire Date,Termination Date,Job Title Description,Home Department Description,Annual Salary,Regular Pay Rate Amount,287(g) Model,Date Trained,Employer Benefits",
        'X1,X1042,001042,"Ruiz, Ana",Active,03/04/2015,,Deputy,Patrol,85000.37,40.87,TFM,09/15/2025,23000.11',
      ),
      "payroll.csv": table(
        "Co Code,Batch ID,File #,Employee Name,Reg Hours,Reg Earnings,O/T Hours,O/T Earnings,Quarter",
        'X1,1,001042,"Ruiz, Ana",520,21250.09,56.4,3456.78,FY2026-Q1',
      ),
    },
    args: AGENCY,
    totals: { "001042": "30456.90" },
    says: ["column-may-matter roster.csv:1:5", "unknown-columns", "unknown-columns"],
  },
  {
    kind: "the columns of Munis, the name in two of them",
    files: {
      "roster.csv": table(
        "Employee Number,Last Name,First Name,MI,Location,Job Class,Status,Annual Salary,Hourly Rate,Annual Fringe,Model,Certification Date",
        "1042,RUIZ,ANA,M,SO,3105,A,85000.37,40.87,23000.11,TFM,09/15/2025",
      ),
    },
    args: AGENCY,
    totals: { 1042: "27000.12" },
    says: ["column-may-matter roster.csv:1:7", "unknown-columns"],
  },
  {
    kind: "the columns of Kronos",
    files: {
      "roster.csv": table(
        "Person Number,Employee Full Name,Primary Labor Account,Base Wage,Annual Salary,Fringe,Model,Trained On",
        '1042,"Ruiz, Ana",SO/PATROL,40.87,85000.37,23000.11,TFM,09/15/2025',
      ),
    },
    args: AGENCY,
    totals: { 1042: "27000.12" },
    says: ["unknown-columns"],
  },
  {
    kind: "the columns of a clerk",
    files: {
      "roster.csv": table(
        "Badge #,Deputy,Model,Date Trained,Base Salary,Fringe Benefits,OT Pay,From,To",
        '1042,"Ruiz, Ana",TFM,9/15/2025,"$85,000.37","$23,000.11","$3,456.78",,',
      ),
    },
    args: AGENCY,
    totals: { 1042: "30456.90" },
  },
  {
    kind: "the columns of PeopleSoft",
    files: {
      "roster.csv": table(
        "EMPLID,NAME,ANNUAL_RT,BENEFIT_COST,287G_MODEL,CREDENTIAL_DATE,TERM_DATE",
        '1042,"Ruiz,Ana",85000.37,23000.11,Task Force Officer (TFO),09/15/2025,12/31/9999',
      ),
    },
    args: AGENCY,
    totals: { 1042: "27000.12" },
  },
  {
    kind: "the columns of Workday",
    files: {
      "roster.csv": table(
        "Worker ID,Legal Name,Annual Base Pay,Employer Contributions,Support Type,Training Completed,Separation Date",
        '1042,"Ruiz, Ana",85000.37,23000.11,287(g) Task Force Model,2025-09-15 00:00:00,',
      ),
    },
    args: AGENCY,
    totals: { 1042: "27000.12" },
  },
  {
    kind: "the columns of Tyler, UKG, Paylocity and Paycom",
    files: {
      "roster.csv": table(
        "ORI Number,Emp No.,Full Name,Yearly Salary,Employer-Paid Benefits,Agreement Type,Certified On",
        'FL0310200,1042,"Ruiz, Ana",85000.37,23000.11,Task Force Model - TFM,09/15/2025',
      ),
      "payroll.csv": table(
        "ORI,Personnel Number,Quarter,Regular Wages,Overtime Amount",
        "FL0310200,1042,Q1 FY2026,21250.09,3456.78",
      ),
    },
    totals: { 1042: "30456.90" },
  },
  {
    kind: "the personnel number of SAP",
    files: {
      "roster.csv": table(
        "Personnel No.,Name,Annual Salary,Benefits,Model,Trained On",
        '00001042,"Ruiz, Ana",85000.37,23000.11,TFM,2025-09-15',
      ),
    },
    args: AGENCY,
    totals: { "00001042": "27000.12" },
  },
  {
    kind: "everything of an export missing is said at once",
    files: { "roster.csv": table("Employee Code,Current Annual Salary,Hire Date", "1042,85000.37,2015-03-04") },
    says: ["missing-column roster.csv:1:", "unknown-columns"],
  },
];

describe("a file as it comes", () => {
  it.each(KINDS)("$kind", expectKind);
});

describe("a name in two columns", () => {
  it("is last and first name, and one name in the claim", async () => {
    await inFolder(async (folder) => {
      const rows = table(
        "agency_id,badge,Last Name,First Name,model,trained,salary,fringe",
        "FL0310200,1042,Ruiz,Ana,TFM,2025-09-15,85000.37,23000.11",
      );
      writeFileSync(join(folder, "roster.csv"), rows);
      const { stdout } = await claims(
        ["compute", "roster.csv", "--quarter", "FY2026-Q1", "--no-rates", "-f", "csv", "-q"],
        folder,
      );
      expect(stdout.split("\n")[1]).toBe(
        'FL0310200,,FY2026-Q1,1042,"Ruiz, Ana",TFM,92,estimate,21250.09,5750.03,0.00,21250.09,0.00,0.00,0.00,0.00,0.00,27000.12,no award: no placement rate',
      );
    });
  });
});
