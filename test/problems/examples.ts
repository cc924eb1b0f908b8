import { readFileSync } from "node:fs";
import { documentOf } from "../../src/run/document.ts";
import { file, read } from "../ingest/read.ts";

/** An example of one code: files, a command, and what a person then sees. */
export interface Example {
  readonly code: string;
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly command: string;
}

const HEADER = "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits";
const RUIZ = 'FL0310200,1042,"Ruiz, Ana",TFM,2025-09-15,85000.37,23000.11';
const HALE = 'FL0310200,1043,"Hale, Marcus",TFM,2025-11-01,64250.00,17300.00';

/** Rows under a header. */
const table = (header: string, ...rows: string[]): string => `${[header, ...rows].join("\n")}\n`;
const withCell = (column: string, text: string): string => {
  const cells = ["FL0310200", "1042", "Ana", "TFM", "2025-09-15", "85000.37", "23000.11"];
  cells[HEADER.split(",").indexOf(column)] = text;
  return table(HEADER, cells.join(","));
};
const withColumn = (column: string, ...texts: string[]): string =>
  table(`${HEADER},${column}`, ...[RUIZ, HALE].slice(0, texts.length).map((row, i) => `${row},${texts[i]}`));

const CHECK = "claims check roster.csv --quarter FY2026-Q1 --no-rates -q";
const cell = (code: string, column: string, text: string): Example => roster(code, withCell(column, text));
const roster = (code: string, text: string | Buffer, command = CHECK): Example => ({
  code,
  files: { "roster.csv": text },
  command,
});
const GOOD = { "roster.csv": table(HEADER, RUIZ) };
const rates = (code: string, header: string, ...rows: string[]): Example => ({
  code,
  files: { ...GOOD, "rates.csv": table(header, ...rows) },
  command: "claims check roster.csv --quarter FY2026-Q1 -q",
});
const PAYROLL = "officer_id,quarter,overtime_paid,overtime_hours,overtime_rate";
const payroll = (code: string, ...rows: string[]): Example => ({
  code,
  files: { ...GOOD, "payroll.csv": table(PAYROLL, ...rows) },
  command: "claims check roster.csv --quarter FY2026-Q1 --no-rates -q",
});
const regular = (code: string, row: string): Example => ({
  ...payroll(code),
  files: { ...GOOD, "payroll.csv": table("officer_id,quarter,salary_paid,regular_hours,regular_rate", row) },
});
const workbook = (code: string, name: string, more = ""): Example => ({
  code,
  files: { "roster.xlsx": readFileSync(new URL(`../ingest/workbooks/${name}`, import.meta.url)) },
  command: `claims check roster.xlsx --quarter FY2026-Q1 --no-rates -q${more}`,
});
const agreements = (code: string, ...rows: string[]): Example => ({
  code,
  files: { ...GOOD, "agreements.csv": table("agency_id,program_model,signed_on,ended_on", ...rows) },
  command: CHECK,
});
const evidence = (code: string, ...rows: string[]): Example => ({
  code,
  files: { ...GOOD, "evidence.csv": table("officer_id,quarter,figure,document,sha256", ...rows) },
  command: CHECK,
});
const inDocuments = (code: string, row: string): Example => {
  const { files } = evidence(code, row);
  return { code, files: { ...files, "papers/ledger.pdf": "ledger\n" }, command: `${CHECK} --evidence-dir papers` };
};
const FILE_IT = "claims compute roster.csv --quarter FY2026-Q1 -q -o filed/q1.json";
const paid = (code: string, ...rows: string[]): Example => ({
  code,
  files: { ...GOOD, "filed/payments.csv": table("quarter,paid_on,amount,reference", ...rows) },
  command: `${FILE_IT}\nclaims status filed`,
});
const notice = (example: Example): Example => ({ ...example, command: example.command.replace(" -q", "") });
const outDir = (code: string, ...agencies: string[]): Example => ({
  code,
  files: { "roster.csv": table(HEADER, ...agencies.map((id) => RUIZ.replace("FL0310200", id))) },
  command: "claims compute roster.csv --quarter FY2026-Q1 --out-dir q1 -q",
});
const folder = (code: string, files: Example["files"]): Example => ({
  code,
  files: {
    "county/north.csv": table(HEADER, RUIZ),
    "county/south.csv": table(HEADER, HALE.replace("FL0310200", "FL0440000")),
    ...files,
  },
  command: "claims check county --quarter FY2026-Q1",
});
const usage = (code: string, command: string, files: Example["files"] = GOOD): Example => ({ code, files, command });
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");

const FILE_EXAMPLES: readonly Example[] = [
  roster("binary-file", Buffer.from("%PDF-1.7\n")),
  roster("bad-utf-16", Buffer.concat([hex("FF FE"), Buffer.from(HEADER, "utf16le"), hex("61")])),
  roster("unknown-encoding", Buffer.concat([Buffer.from(`${HEADER}\n`), hex("4D 75 81 6F 7A")])),
  roster("excel-workbook", Buffer.concat([hex("50 4B 03 04 14 00"), Buffer.from("[Content_Types].xml")])),
  roster("no-delimiter", table(HEADER, RUIZ.replace('"Ruiz, Ana"', "Ana Ruiz")).replaceAll(",", "|")),
  roster("web-page", "<html><table><tr><td>agency_id</td></tr></table></html>\n"),
  notice(
    roster(
      "windows-1252",
      Buffer.concat([
        Buffer.from(`${HEADER}\nFL0310200,1042,`),
        hex("4D 75 F1 6F 7A"),
        Buffer.from(",TFM,2025-09-15,85000.37,23000.11\n"),
      ]),
    ),
  ),
  roster("empty-file", ""),
  roster("no-rows", `${HEADER}\n`),
  roster("missing-column", table(HEADER.replace("trained_on", "Trainedon date"), RUIZ)),
  roster("duplicate-column", table(`${HEADER},Salary`, `${RUIZ},1`)),
  notice(roster("unknown-columns", table(`${HEADER},Rank,Overtime pd`, `${RUIZ},Sgt.,100.00`))),
  notice(roster("title-rows", `Palmetto Bay County Sheriff's Office\n${table(HEADER, RUIZ)}`)),
  notice(roster("totals-row", table(HEADER, RUIZ, "Total,,,,,85000.37,23000.11"))),
  notice(roster("note-rows", table(HEADER, RUIZ, "", "Prepared by J. Poe 1/5/2026"))),
  notice(roster("header-chosen", table(`${HEADER},Badge #`, `${RUIZ},217`))),
  notice(rates("placeholder-reference", "quarter,rate,reference", "FY2026-Q1,92.5,pending")),
  roster("rows-above-header", table(RUIZ, HEADER, HALE)),
  roster("second-header", table(HEADER, RUIZ, "Agency,Badge,Rank,Model,Trained,Salary,Fringe", HALE)),
  roster("text-without-header", table(`${HEADER},`, `${RUIZ},left 10/31`)),
  roster("totals-row-with-id", table(`${HEADER},Shift`, `${RUIZ},A`, `${RUIZ},Total`)),
  {
    code: "payroll-without-amounts",
    files: { ...GOOD, "payroll.csv": table("Employee ID,Quarter,REG,OT,HOL", "1042,FY2026-Q1,496,56.4,24") },
    command: "claims check roster.csv --quarter FY2026-Q1 --no-rates -q",
  },
  {
    code: "bad-profile",
    files: { ...GOOD, "claims.json": '{\n  "agency": { "id": "FL0310200", "nmae": "Bay" }\n}\n' },
    command: CHECK,
  },
  notice({
    code: "profile-found",
    files: { ...GOOD, "claims.json": '{ "bill_to": { "agency": "ICE" } }\n' },
    command: CHECK,
  }),
  usage("bad-set", "claims check roster.csv --set program_model=Jail"),
  roster("set-column-there", table(HEADER, RUIZ), "claims check roster.csv --no-rates -q --set program_model=TFM"),
  workbook("formula-without-value", "formula.xlsx"),
  workbook("hidden-rows", "unseen.xlsx"),
  workbook("merged-cells", "unseen.xlsx"),
  workbook("no-sheet", "officers.xlsx", " --sheet Roster"),
  notice(workbook("sheet-chosen", "officers.xlsx")),
  workbook("sheets-alike", "two-agencies.xlsx"),
  {
    code: "broken-workbook",
    files: { "roster.xlsx": Buffer.concat([hex("50 4B 03 04"), Buffer.from("xl/workbook.xml")]) },
    command: "claims check roster.xlsx --quarter FY2026-Q1 --no-rates -q",
  },
  notice(roster("header-again", table(HEADER, RUIZ, HEADER, HALE))),
  roster("unclosed-quote", table(HEADER, RUIZ.replace('Ana"', "Ana"), HALE)),
  roster("stray-quote", table(HEADER, RUIZ.replace("Ana", 'Ana "La Jefa"'))),
  roster("row-too-long", table(HEADER, RUIZ.replaceAll('"', ""))),
  roster("row-too-short", table(HEADER, "FL0310200,1042,Ana,TFM")),
];

const CELL_EXAMPLES: readonly Example[] = [
  cell("not-an-id", "officer_id", "N/A"),
  cell("blank-cell", "officer_id", ""),
  cell("text-too-long", "officer_name", "x".repeat(300)),
  cell("shortened-id", "officer_id", "1.91431E+18"),
  cell("not-an-amount", "annual_salary", "85000.37 USD"),
  cell("ambiguous-point", "annual_salary", "85.000"),
  cell("negative-amount", "annual_salary", "(85000.37)"),
  cell("decimal-comma", "annual_salary", '"85.000,37"'),
  cell("too-many-decimals", "annual_salary", "85000.37255"),
  cell("amount-too-large", "annual_salary", "12345678901234567"),
  cell("not-a-date", "trained_on", "2025-13-02"),
  cell("excel-date", "trained_on", "45915"),
  cell("two-digit-year", "trained_on", "9/15/25"),
  cell("day-first-dates", "trained_on", "15/09/2025"),
  cell("unknown-model", "program_model", "Jail"),
  roster("not-yes-or-no", withColumn("eligible", "maybe")),
  roster("ambiguous-percent", withColumn("time_share", "0.92")),
  roster("bad-percent", withColumn("time_share", "101%")),
  roster("ends-before-start", withColumn("start_date,end_date", "2025-12-01,2025-11-15")),
  roster("overlapping-rows", table(HEADER, RUIZ, RUIZ)),
  roster(
    "second-actual",
    table(`${HEADER},end_date,start_date,overtime_paid`, `${RUIZ},2025-11-15,,10.00`, `${RUIZ},,2025-11-16,20.00`),
  ),
  {
    code: "agency-in-two-files",
    files: { "north.csv": table(HEADER, RUIZ), "south.csv": table(HEADER, HALE) },
    command: "claims check north.csv south.csv --quarter FY2026-Q1 --no-rates -q",
  },
];

const OTHER_INPUTS: readonly Example[] = [
  payroll("payroll-before-programme", "1042,FY2025-Q4,100.00,,"),
  rates("bad-quarter", "quarter,rate", "first,92.5"),
  rates("ambiguous-quarter", "quarter,rate", "2026-Q1,92.5"),
  rates("before-programme", "quarter,rate", "FY2025-Q4,92.5"),
  rates("not-a-count", "quarter,placements_provided,placements_successful", "FY2026-Q1,forty,37"),
  rates("one-count-alone", "quarter,placements_provided,placements_successful", "FY2026-Q1,40,"),
  rates("more-successful-than-provided", "quarter,placements_provided,placements_successful", "FY2026-Q1,40,41"),
  rates("rate-disagrees", "quarter,placements_provided,placements_successful,rate", "FY2026-Q1,40,37,92.6%"),
  rates("second-rate", "quarter,rate", "FY2026-Q1,92.5", "FY26Q1,90"),
  {
    code: "agency-not-named",
    files: {
      "roster.csv": table(HEADER, RUIZ, HALE.replace("FL0310200", "GA0480300")),
      "rates.csv": "quarter,rate\nFY2026-Q1,92.5\n",
    },
    command: "claims check roster.csv --quarter FY2026-Q1 -q",
  },
  rates("rates-of-unknown-agencies", "agency_id,quarter,rate", "TX0000000,FY2026-Q1,92.5"),
  regular("salary-incomplete", "1042,FY2026-Q1,,520,"),
  regular("salary-disagrees", "1042,FY2026-Q1,21000.00,520,40.87"),
  payroll("overtime-incomplete", "1042,FY2026-Q1,,12.5,"),
  payroll("overtime-disagrees", "1042,FY2026-Q1,500.00,12.5,41.25"),
  payroll("payroll-rows-alike", "1042,FY2026-Q1,500.00,,", "1042,FY2026-Q1,500.00,,"),
  payroll("payroll-of-unknown-officers", "9,FY2026-Q1,500.00,,"),
  {
    code: "actual-in-both-files",
    files: {
      "roster.csv": withColumn("overtime_paid", "3456.78"),
      "payroll.csv": table(PAYROLL, "1042,FY2026-Q1,500.00,,"),
    },
    command: CHECK,
  },
];

const WARNINGS: readonly Example[] = [
  cell("not-an-ori", "agency_id", "Palmetto Bay SO"),
  roster("ids-alike", table(HEADER, RUIZ.replace("1042", "J-7"), HALE.replace("1043", "j-7"))),
  roster("mixed-zero-padding", table(HEADER, RUIZ.replace("1042", "001042"), HALE)),
  cell("unusual-salary", "annual_salary", "40.87"),
  cell("unusual-benefits", "annual_benefits", "27.06"),
  roster("column-may-matter", table(`${HEADER},Pay Basis`, `${RUIZ},per Annum`)),
  roster(
    "agency-with-two-names",
    table(`${HEADER},agency_name`, `${RUIZ},Palmetto Bay County Sheriff`, `${HALE},Palmetto Bay Police`),
  ),
  roster("benefits-above-salary", withCell("annual_benefits", "99000.00")),
  roster(
    "names-differ",
    table(
      `${HEADER},end_date,start_date`,
      `${RUIZ},2025-11-15,`,
      `${RUIZ.replace("Ruiz, Ana", "Gomez, Eva")},,2025-11-16`,
    ),
  ),
  roster("name-with-two-ids", table(HEADER, RUIZ, RUIZ.replace("1042", "1077"))),
  roster("officer-in-two-agencies", table(HEADER, RUIZ, RUIZ.replace("FL0310200", "GA0480300"))),
  roster("overtime-above-half-salary", withColumn("overtime_paid", "12000.00")),
  roster("salary-paid-above-share", withColumn("salary_paid", "30000.00")),
  roster("part-quarter-actuals", withColumn("overtime_paid", "", "100.00")),
  agreements("agreement-ended", "FL0310200,TFM,2020-03-01,2025-11-30"),
  evidence("evidence-fits-nothing", "1042,FY2026-Q1,overtime,timesheet-12.pdf,"),
  {
    ...evidence("evidence-of-unknown-agencies"),
    files: { ...GOOD, "evidence.csv": "agency_id,quarter,document\nGA0480300,FY2026-Q1,ledger.pdf\n" },
  },
  agreements("no-agreement", "FL0310200,JEM,2020-03-01,"),
  roster("authorization-unknown", withCell("trained_on", "2023-06-01")),
  roster("authorization-ends", withColumn("authorized_until", "2026-01-31")),
  evidence("unknown-figure", "1042,FY2026-Q1,wages,ledger.pdf,"),
  evidence("not-a-hash", "1042,FY2026-Q1,salary,ledger.pdf,abc"),
  inDocuments("no-such-document", "1042,FY2026-Q1,salary,timesheet.pdf,"),
  inDocuments("evidence-differs", `1042,FY2026-Q1,salary,ledger.pdf,${"0".repeat(64)}`),
  payroll("overtime-identical", "1042,FY2026-Q1,500.00,,", "1042,FY2026-Q2,500.00,,"),
  rates("award-without-reference", "quarter,rate", "FY2026-Q1,92.5"),
  { code: "cap-saw-one-quarter", files: GOOD, command: "claims check roster.csv --quarter FY2026-Q2 --no-rates -q" },
  {
    ...payroll("cap-missed-a-quarter", "1042,FY2026-Q1,500.00,,"),
    command: "claims check roster.csv --quarter FY2026-Q3 --no-rates -q",
  },
];

const NOTICES: readonly Example[] = [
  {
    code: "quarter-chosen",
    files: { ...GOOD, "rates.csv": "quarter,rate,reference\nFY2026-Q1,92.5,ICE-1\n" },
    command: "claims check roster.csv",
  },
  {
    code: "rates-found",
    files: { ...GOOD, "rates.csv": "quarter,rate,reference\nFY2026-Q1,92.5,ICE-1\n" },
    command: "claims check roster.csv --quarter FY2026-Q1",
  },
  {
    code: "payroll-found",
    files: { ...GOOD, "payroll.csv": table(PAYROLL, "1042,FY2026-Q1,500.00,,") },
    command: "claims check roster.csv --quarter FY2026-Q1 --no-rates",
  },
  {
    code: "agreements-found",
    files: { ...GOOD, "agreements.csv": "agency_id,program_model,signed_on\nFL0310200,TFM,2020-03-01\n" },
    command: "claims check roster.csv --quarter FY2026-Q1 --no-rates",
  },
  notice(agreements("agreements-without-id", "FL0310200,TFM,2020-03-01,", ",JEM,2020-03-01,")),
  folder("agreements-not-read", { "county/agreements.csv": "ori,support_type,signed\nFL0310200,TFM,2020-03-01\n" }),
  {
    code: "evidence-found",
    files: { ...GOOD, "evidence.csv": "officer_id,quarter,figure,document\n1042,FY2026-Q1,salary,ledger.pdf\n" },
    command: "claims check roster.csv --quarter FY2026-Q1 --no-rates",
  },
  folder("evidence-not-read", { "county/evidence.csv": "officer_id,quarter,document\n1042,FY2026-Q1,ledger.pdf\n" }),
  folder("rates-not-read", { "county/rates.csv": "quarter,rate\nFY2026-Q1,92.5\n" }),
  folder("payroll-not-read", { "county/payroll.csv": table(PAYROLL, "1042,FY2026-Q1,500.00,,") }),
  folder("own-files", { "county/claim.csv": "agency_id,agency_name,period,officers,claimed_officers\n" }),
  { ...folder("roster-twice", {}), command: "claims check county county/north.csv --quarter FY2026-Q1" },
  { code: "no-rate", files: GOOD, command: "claims check roster.csv --quarter FY2026-Q1" },
  {
    code: "no-locations",
    files: { ...GOOD, "rates.csv": "quarter,provided,successful\nFY2026-Q1,0,0\n" },
    command: "claims check roster.csv --quarter FY2026-Q1",
  },
  { code: "written", files: GOOD, command: "claims compute roster.csv --quarter FY2026-Q1 -o q1.json" },
  {
    code: "unchanged",
    files: GOOD,
    command:
      "claims compute roster.csv --quarter FY2026-Q1 -o q1.json -q\nclaims compute roster.csv --quarter FY2026-Q1 -o q1.json",
  },
  {
    code: "no-rejects",
    files: GOOD,
    command: "claims compute roster.csv --quarter FY2026-Q1 --rejects rejects.csv -o q1.json",
  },
  {
    code: "not-the-default",
    files: GOOD,
    command: "claims compute roster.csv --quarter FY2026-Q1 --reading rounding=half-even -o q1.json",
  },
];

const STATUS: readonly Example[] = [
  paid("payment-of-nothing", ",2026-03-02,500.00,"),
  paid("payments-alike", "FY2026-Q1,2026-03-02,500.00,", "FY2026-Q1,2026-03-02,500.00,"),
  paid("payment-contradicts-itself", "FY2026-Q1,2026-03-02,500.00,FL0310200-FY2026-Q1 and Q2"),
  {
    ...paid("payment-of-unknown-officer", ""),
    files: { ...GOOD, "filed/payments.csv": "quarter,officer_id,paid_on,amount\nFY2026-Q1,1024,2026-03-02,500.00\n" },
  },
  paid("payments-unmatched", "FY2026-Q2,2026-03-02,500.00,"),
  { ...paid("payments-found", "FY2026-Q1,2026-03-02,27000.12,"), command: `${FILE_IT}\nclaims status filed` },
  {
    ...paid("payments-later", "FY2026-Q1,2026-03-02,27000.12,"),
    command: `${FILE_IT}\nclaims status filed --on 2026-03-01`,
  },
  {
    code: "two-claims",
    files: { ...GOOD, "filed/README": "claims as they were filed\n" },
    command: `${FILE_IT}\nclaims compute roster.csv --quarter FY2026-Q1 --reading rounding=half-even -q -o filed/again.json\nclaims status filed -q`,
  },
];

const USAGE: readonly Example[] = [
  usage("unreadable-file", "claims check rooster.csv"),
  usage("output-and-out-dir", "claims compute roster.csv -o q1.json --out-dir q1"),
  usage("output-is-input", "claims compute roster.csv --quarter FY2026-Q1 -o roster.csv --force"),
  usage("not-claimed-in-csv", "claims compute roster.csv --not-claimed"),
  {
    code: "wrong-file",
    files: { ...GOOD, "rates.csv": "quarter,rate\nFY2026-Q1,92.5\n" },
    command: "claims compute roster.csv rates.csv --quarter FY2026-Q1 -q",
  },
  usage("bad-width", "claims compute roster.csv --width wide"),
  usage("output-twice", "claims compute roster.csv --quarter FY2026-Q1 -o q1.json -o ./q1.json"),
  usage("not-a-list-of-hashes", "claims compute roster.csv --quarter FY2026-Q1 --out-dir q1 -q", {
    ...GOOD,
    "q1/SHA256SUMS": "of our photographs\n",
  }),
  outDir("reserved-file-name", "CON"),
  outDir("colliding-file-names", "A.1", "a_1"),
  usage("unwritable-file", "claims compute roster.csv --quarter FY2026-Q1 -q -o nowhere/q1.json"),
  usage("file-exists", "claims compute roster.csv --quarter FY2026-Q1 -q -o q1.json", { ...GOOD, "q1.json": "{}\n" }),
  usage("bad-policy", "claims check roster.csv --policy my.json", { ...GOOD, "my.json": '{ "id": "mine" }\n' }),
  usage("unknown-shell", "claims completion bsh"),
  {
    code: "amends-other-agencies",
    files: { ...GOOD, "other.csv": GOOD["roster.csv"].replace("FL0310200", "GA0480300") },
    command: "claims compute roster.csv --quarter FY2026-Q1 -q -o q1.json\nclaims amend q1.json other.csv",
  },
  {
    code: "amends-other-quarter",
    files: GOOD,
    command:
      "claims compute roster.csv --quarter FY2026-Q1 -q -o q1.json\nclaims amend q1.json roster.csv --quarter FY2026-Q2",
  },
  usage("no-terminal", "claims wizard"),
  usage("starter-exists", "claims init"),
  usage("policy-gap", "claims policy show --on 2025-09-30"),
  usage("unknown-policy-command", "claims policy shwo"),
  usage("policy-show-file", "claims policy show mine.json"),
  usage("no-policy-file", "claims policy check"),
  usage("bad-day", "claims policy show --on 30.9.2025"),
  usage("unknown-format", "claims check roster.csv -f xml"),
  usage("unknown-ending", "claims compute roster.csv -o q1.doc"),
  usage("unknown-command", "claims compte roster.csv"),
  usage("unknown-flag", "claims compute roster.csv --quater FY2026-Q1"),
  usage("missing-argument", "claims compute"),
  usage("too-many-arguments", "claims policy check mine.json yours.json"),
  usage("flag-twice", "claims compute roster.csv --payroll january.csv --payroll february.csv"),
  usage("flag-without-value", "claims compute roster.csv --quarter"),
  usage("unknown-schema", "claims schema clam"),
  usage("unknown-by", "claims compute roster.csv --by county"),
  usage("unknown-reading", "claims check roster.csv --reading rate-rounding=nearst"),
  usage("unknown-column", "claims check roster.csv --map annual_salry=Pay"),
  usage("unknown-header", "claims check roster.csv --quarter FY2026-Q1 --map annual_salary=Pay"),
  usage("bad-map", "claims check roster.csv --map Pay"),
  usage("unknown-agency", "claims check roster.csv --quarter FY2026-Q1 --agency TX0000000"),
  usage("unknown-officer", "claims explain roster.csv --quarter FY2026-Q1 --officer 1O42"),
];

const YEARLY = "claims compute roster.csv --year FY2026";
const YEAR: readonly Example[] = [
  {
    code: "quarters-as-filed",
    files: { ...GOOD, "rates.csv": table("quarter,rate", "FY2026-Q1,92.5%", "FY2026-Q2,88%") },
    command:
      "claims compute roster.csv --quarter FY2026-Q1 -q -o q1.json\nclaims compute roster.csv --year FY2026 --prior q1.json -o year.json",
  },
  usage("bad-year", "claims compute roster.csv --year 2026"),
  usage("year-and-quarter", `${YEARLY} --quarter FY2026-Q1`),
  usage("not-with-year", `${YEARLY} --derivations`),
  usage("no-quarter-named", YEARLY),
  {
    code: "roster-actuals-in-year",
    files: { "roster.csv": withColumn("overtime_paid", "3456.78"), "rates.csv": "quarter,rate\nFY2026-Q1,92.5\n" },
    command: `${YEARLY} -q`,
  },
  {
    code: "quarters-left-out",
    files: { ...GOOD, "rates.csv": "quarter,rate,reference\nFY2026-Q1,92.5,ICE-1\n" },
    command: `${YEARLY} -o year.json`,
  },
];

type Claim = ReturnType<typeof documentOf>;

/** A filed claim of the good roster, changed as said. */
function filed(change: (claim: Claim) => object = (claim) => claim): string {
  const run = read([file("roster", GOOD["roster.csv"])]);
  return `${JSON.stringify(change(documentOf(run)), null, 2)}\n`;
}
const otherPolicy = ({ policy, ...claim }: Claim) => ({ ...claim, policy: { ...policy, sha256: "0".repeat(64) } });

/** The claim of one of two agencies, from a roster of both. */
function filedForOne(roster: string): string {
  const run = read([file("roster", roster)]);
  return `${JSON.stringify(documentOf(run, run.claims.slice(0, 1)), null, 2)}\n`;
}

const TWO = table(HEADER, RUIZ, HALE.replace("FL0310200", "GA0480300"));
const FIRST = "claims compute roster.csv --quarter FY2026-Q1 --no-rates -q";
const SECOND = "claims compute roster.csv --quarter FY2026-Q2 --no-rates --no-payroll --prior q1.json";
const prior = (code: string, text: string): Example => ({
  code,
  files: { ...GOOD, "q1.json": text },
  command: SECOND,
});

const FILED: readonly Example[] = [
  prior("claim-not-json", "{ quarter: FY2026-Q1 }\n"),
  prior(
    "bad-claim",
    filed(({ quarter, ...claim }) => ({ ...claim, quarter: { ...quarter, days: "all" } })),
  ),
  prior("prior-other-policy", filed(otherPolicy)),
  {
    code: "prior-not-earlier",
    files: GOOD,
    command: `${FIRST.replace("Q1", "Q2")} -o q2.json\n${FIRST} --prior q2.json`,
  },
  {
    code: "prior-of-this-quarter",
    files: GOOD,
    command: `${FIRST} -o q1.json\n${FIRST.replace(" -q", "")} --prior q1.json -o again.json`,
  },
  prior(
    "prior-does-not-add-up",
    filed(({ claims, ...claim }) => ({
      ...claim,
      claims: claims.map(({ totals, ...rest }) => ({ ...rest, totals: { ...totals, total: "99.00" } })),
    })),
  ),
  {
    code: "prior-incomplete",
    files: {
      "then.csv": table(HEADER, RUIZ, HALE.replace("2025-11-01", "2025-13-01")),
      "roster.csv": table(HEADER, RUIZ, HALE),
    },
    command: `${FIRST.replace("roster", "then")} --rejects bad.csv -o q1.json\n${SECOND}`,
  },
  {
    code: "prior-officer-gone",
    files: {
      "then.csv": table(`${HEADER},overtime_paid`, `${RUIZ},`, `${HALE},1200.00`),
      "roster.csv": table(HEADER, RUIZ, HALE.replace("1043", "01043")),
    },
    command: `${FIRST.replace("roster", "then")} -o q1.json\n${SECOND}`,
  },
  {
    code: "receipts-below-claimed",
    files: {
      "then.csv": withColumn("equipment_cost", "5000.00"),
      "roster.csv": withColumn("equipment_cost", "4000.00"),
    },
    command: `${FIRST.replace("roster", "then")} -o q1.json\n${SECOND}`,
  },
  {
    code: "allowance-without-prior",
    files: { "roster.csv": withColumn("equipment_cost", "5000.00") },
    command: FIRST.replace("Q1", "Q2").replace(" -q", ""),
  },
  {
    code: "carried-over",
    files: { "roster.csv": withColumn("overtime_paid", "3456.78") },
    command: `${FIRST} -o q1.json\n${SECOND}`,
  },
  {
    code: "actuals-carried-over",
    files: {
      "then.csv": withColumn("overtime_paid", "3456.78"),
      "roster.csv": withColumn("overtime_paid", "3456.78", ""),
    },
    command: `${FIRST.replace("roster", "then")} -o q1.json\n${SECOND}`,
  },
  {
    code: "earlier-overtime-unknown",
    files: {
      ...GOOD,
      "payroll.csv": table(
        "officer_id,quarter,salary_paid,overtime_paid",
        "1042,FY2026-Q1,21000.00,",
        "1042,FY2026-Q2,21000.00,900.00",
      ),
    },
    command: FIRST.replace("Q1", "Q2").replace(" -q", ""),
  },
  {
    code: "filed-input-missing",
    files: {
      ...GOOD,
      "ice/rates.csv": table("quarter,rate", "FY2026-Q1,92.5%"),
      "filed/readme.txt": "what was filed\n",
    },
    command:
      "claims compute roster.csv --rates ice/rates.csv -q -o filed/q1.json\nclaims amend filed/q1.json roster.csv",
  },
  {
    code: "filed-inputs-kept",
    files: { ...GOOD, "rates.csv": table("quarter,rate", "FY2026-Q1,92.5%"), "now/roster.csv": GOOD["roster.csv"] },
    command: "claims compute roster.csv -q -o q1.json\nclaims amend q1.json now/roster.csv -o amended.json",
  },
  {
    code: "later-claim-rests-on-it",
    files: { "then.csv": GOOD["roster.csv"], "roster.csv": withCell("annual_salary", "86000.00") },
    command: `${FIRST.replace("roster", "then")} -o q1.json\n${SECOND.replace("roster", "then")} -o q2.json\nclaims amend q1.json roster.csv --no-rates -o amended.json`,
  },
  {
    code: "several-claims",
    files: { "roster.csv": TWO },
    command: `${FIRST} -o q1.ndjson\nclaims amend q1.ndjson roster.csv --no-rates`,
  },
  {
    code: "several-agencies",
    files: { "roster.csv": TWO },
    command: `${FIRST} -o both.json\nclaims report both.json --out-dir q1`,
  },
  {
    code: "several-quarters",
    files: { ...GOOD, "filed/README": "claims as they were filed\n" },
    command: `${FIRST} -o filed/q1.json\n${SECOND.replace("q1.json", "filed/q1.json")} -q -o filed/q2.json\nclaims report filed --out-dir forms`,
  },
  {
    code: "not-in-index",
    files: { ...GOOD },
    command: `${FIRST} --out-dir filed\n${SECOND.replace("q1.json", "filed")} -q --out-dir filed\nclaims report filed --out-dir forms`,
  },
  {
    code: "amendments-passed-over",
    files: {
      ...GOOD,
      "filed/README": "claims as they were filed\n",
      "raised.csv": GOOD["roster.csv"].replace("85000.37", "86000.37"),
    },
    command: `${FIRST} -o filed/q1.json\nclaims amend filed/q1.json raised.csv --no-rates -q -o filed/q1-a1.json\nclaims report filed --out-dir forms`,
  },
  {
    code: "agency-taken-back",
    files: { "both.csv": TWO, ...GOOD },
    command: `${FIRST.replace("roster", "both")} -o q1.json\nclaims amend q1.json roster.csv --no-rates -o amended.json`,
  },
  {
    code: "prior-of-other-agencies",
    files: { "roster.csv": GOOD["roster.csv"].replace("FL0310200", "GA0480300"), "q1.json": filed() },
    command: `${SECOND.replace(" -q", "")} -o q2.json`,
  },
  {
    code: "second-prior",
    files: { ...GOOD, "q1.json": filed() },
    command: `${FIRST} --reading rounding=half-even -o again.json\n${SECOND} --prior again.json`,
  },
  {
    code: "not-claims",
    files: { ...GOOD, "filed/q1.json": filed(), "filed/notes.json": '{ "by": "me" }\n' },
    command: `${SECOND.replace(" -q", "").replace("q1.json", "filed")} -o q2.json`,
  },
  {
    code: "year-passed-over",
    files: { ...GOOD, "filed/q1.json": filed(), "filed/year.json": '{ "schema": "claims-year/1" }\n' },
    command: `${SECOND.replace("q1.json", "filed")} -o q2.json`,
  },
  {
    code: "prior-differs-from-payroll",
    files: {
      ...GOOD,
      "with-overtime.csv": withColumn("overtime_paid", "100.00"),
      "payroll.csv": table(PAYROLL, "1042,FY2026-Q1,500.00,,"),
    },
    command: `${FIRST.replace("roster.csv", "with-overtime.csv")} --no-payroll -o q1.json\n${SECOND.replace("--no-payroll ", "")} -o q2.json`,
  },
  { code: "unknown-policy", files: { ...GOOD, "q1.json": filed(otherPolicy) }, command: "claims verify q1.json" },
  {
    code: "path-not-opened",
    files: {
      ...GOOD,
      "q1.json": filed(({ inputs, ...claim }) => ({
        ...claim,
        inputs: inputs.map((input) => ({ ...input, path: "../../roster.csv" })),
      })),
    },
    command: "claims verify q1.json",
  },
  {
    code: "filed-inputs-gone",
    files: { "now.csv": GOOD["roster.csv"].replace("85000.37", "86000.00"), "q1.json": filed() },
    command: "claims amend q1.json now.csv --no-rates -o amended.json",
  },
  {
    code: "filed-total-disagrees",
    files: {
      ...GOOD,
      "q1.json": filed(({ totals, ...claim }) => ({ ...claim, totals: { ...totals, total: "1.00" } })),
    },
    command: "claims amend q1.json roster.csv --no-rates -q",
  },
  {
    code: "prior-as-stated",
    files: {
      ...GOOD,
      "q1.json": filed(({ claims, ...claim }) => ({
        ...claim,
        claims: claims.map((one) => ({ ...one, prior: [{ quarter: "FY2025-Q4", vehicles: "0.00" }] })),
      })),
    },
    command: "claims amend q1.json roster.csv --no-rates -o amended.json",
  },
  {
    code: "agencies-not-filed",
    files: { "roster.csv": TWO, "q1.json": filedForOne(TWO) },
    command: "claims amend q1.json roster.csv --no-rates -o amended.json",
  },
];

export const EXAMPLES: readonly Example[] = [
  ...FILE_EXAMPLES,
  ...CELL_EXAMPLES,
  ...OTHER_INPUTS,
  ...WARNINGS,
  ...NOTICES,
  ...STATUS,
  ...USAGE,
  ...YEAR,
  ...FILED,
];
