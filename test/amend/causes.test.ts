import { describe, expect, it } from "vitest";
import { amendedLines, amendment, type Filed } from "../../src/amend/amend.ts";
import { type PriorByAgency, withPrior } from "../../src/document/prior.ts";
import { readClaim } from "../../src/document/read.ts";
import type { ClaimDocument } from "../../src/document/schema.ts";
import type { Readings } from "../../src/engine/values/ids.ts";
import { moneyFromText } from "../../src/engine/values/money.ts";
import { readInputs } from "../../src/ingest/inputs.ts";
import { policyHash } from "../../src/policy/known.ts";
import { POLICY_287G, type Policy, termsFor } from "../../src/policy/policy.ts";
import { Problems } from "../../src/problems/problems.ts";
import { documentOf } from "../../src/run/document.ts";
import { type Run, runClaims } from "../../src/run/run.ts";
import { type Files, read, written } from "../document/files.ts";
import { day, quarter } from "../engine/build.ts";

const [Q1, Q2] = ["FY2026-Q1", "FY2026-Q2"];

/** One of the two claims that are compared. */
interface Side {
  readonly files: Files;
  readonly quarterId?: string;
  readonly readings?: Partial<Readings>;
  readonly prior?: PriorByAgency;
  readonly policy?: Policy;
}

function runOf({ files, quarterId = Q1, readings = {}, prior = new Map(), policy = POLICY_287G }: Side): Run {
  const problems = new Problems();
  const inputs = withPrior(read(files, quarterId, problems, readings), prior);
  const options = { agency: null, map: {}, redact: false };
  return runClaims(policy, termsFor(policy, quarter(quarterId), readings), options, inputs, problems, "officers");
}

/** How the filed claim is found: whether its inputs are gone, what it states otherwise, how causes name its files. */
interface Found {
  readonly gone?: boolean;
  readonly forge?: (document: ClaimDocument) => ClaimDocument;
  readonly names?: Filed["names"];
}

/** The lines of an amendment as `officer figure filed → now: cause`. */
async function linesOf(filed: Side, now: Side, { gone = false, forge = (one) => one, names }: Found = {}) {
  const run = runOf(filed);
  const file = await readClaim("q1.json", Buffer.from(written(forge(documentOf(run)))));
  const of = { file, policy: filed.policy ?? POLICY_287G, inputs: gone ? undefined : run.inputs };
  const { lines } = amendment(names ? { ...of, names } : of, runOf(now));
  return lines.map((one) => `${one.officer_id} ${one.figure} ${one.filed} → ${one.now}: ${one.cause}`);
}

/** The same of files of the first quarter of the fiscal year. */
const between = (filed: Files, now: Files, found: Found = {}) => linesOf({ files: filed }, { files: now }, found);

const HEADER =
  "agency_id,officer_id,program_model,trained_on,start_date,end_date,eligible,time_share,annual_salary,annual_benefits,equipment_cost,authorized_on,authorized_until,overtime_paid";
const roster = (...rows: string[]): string => `${HEADER}\n${rows.map((row) => `FL0310200,${row}\n`).join("")}`;
const payroll = (...rows: string[]): string =>
  `officer_id,quarter,salary_paid,benefits_paid,overtime_paid,other_funding\n${rows.map((row) => `${row}\n`).join("")}`;
const rates = (...rows: string[]): string =>
  `quarter,placement_rate,placements_provided,placements_successful,vehicle_cost\n${rows.map((row) => `${row}\n`).join("")}`;
const agreements = (...rows: string[]): string =>
  `agency_id,program_model,signed_on,ended_on\n${rows.map((row) => `FL0310200,${row}\n`).join("")}`;

const OFFICER = "1,TFM,2025-09-15,,,yes,100%,40000,8000,,,,";
const SECOND = OFFICER.replace("1,TFM", "2,TFM");
const PLAIN: Files = { "roster.csv": roster(OFFICER) };
const AWARDED: Files = { ...PLAIN, "rates.csv": rates(`${Q1},92.5%,,,`) };
const NOT_THERE = "is not there as it was)";
const ROSTER_GONE = `(as the claim states it; line 2 of roster.csv ${NOT_THERE}`;
const PAYROLL_GONE = `(as the claim states it; payroll.csv ${NOT_THERE}`;
const RATES_GONE = `(as the claim states it; rates.csv ${NOT_THERE}`;

describe("a cell of the roster", () => {
  it.each<[string, string, string, string, string, string[]]>([
    ["program_model:3", "TFM", "WSO", "TFM", "WSO", ["award 1000.00 → 0.00"]],
    [
      "trained_on:4",
      ...(["2025-09-15", "", "2025-09-15", "blank"] as const),
      ["salary 10000.00 → 0.00", "benefits 2000.00 → 0.00", "award 1000.00 → 0.00"],
    ],
    [
      "start_date:5",
      ...(["2025-09-15,,", "2025-09-15,2025-11-01,", "blank", "2025-11-01"] as const),
      ["salary 10000.00 → 6630.43", "benefits 2000.00 → 1326.09", "award 1000.00 → 0.00"],
    ],
    [
      "end_date:6",
      ...(["2025-09-15,,", "2025-09-15,,2025-10-31", "blank", "2025-10-31"] as const),
      ["salary 10000.00 → 3369.57", "benefits 2000.00 → 673.91", "award 1000.00 → 0.00"],
    ],
    [
      "eligible:7",
      ...(["yes", "no", "yes", "no"] as const),
      ["salary 10000.00 → 0.00", "benefits 2000.00 → 0.00", "award 1000.00 → 0.00"],
    ],
    ["time_share:8", "100%", "50%", "100", "50", ["salary 10000.00 → 5000.00", "benefits 2000.00 → 1000.00"]],
    ["annual_salary:9", "40000", "48000.5", "40000.00", "48000.50", ["salary 10000.00 → 12000.13"]],
    ["annual_benefits:10", "8000", "8400", "8000.00", "8400.00", ["benefits 2000.00 → 2100.00"]],
    ["equipment_cost:11", "8000,", "8000,120", "blank", "120.00", ["equipment 0.00 → 120.00"]],
    [
      "authorized_on:12",
      ...(["8000,,", "8000,,2025-11-01", "blank", "2025-11-01"] as const),
      ["salary 10000.00 → 6630.43", "benefits 2000.00 → 1326.09", "award 1000.00 → 0.00"],
    ],
  ])("%s of %s is now %s, and the other way", async (place, from, to, before, after, figures) => {
    const [name = "", column] = place.split(":");
    const now = { ...AWARDED, "roster.csv": roster(OFFICER.replace(from, to)) };
    const cell = (text: string): string => (text === "" ? "blank" : `"${text}"`);
    const typed = (text: string) =>
      `${cell(text.split(",").at(-1) || text.split(",")[1] || "")} (roster.csv:2:${column})`;
    const [old, fresh] = [typed(from), typed(to)];
    const all = (figures: string[], cause: string) => figures.map((figure) => `1 ${figure}: ${name} ${cause}`);
    const turned = figures.map((one) => one.replace(/(\S+) → (\S+)/, "$2 → $1"));
    const stated = (text: string): string => (text === "blank" ? text : `${text} ${ROSTER_GONE}`);
    expect(await between(AWARDED, now)).toEqual(all(figures, `${old} is now ${fresh}`));
    expect(await between(now, AWARDED)).toEqual(all(turned, `${fresh} is now ${old}`));
    expect(await between(AWARDED, now, { gone: true })).toEqual(all(figures, `${stated(before)} is now ${fresh}`));
    expect(await between(now, AWARDED, { gone: true })).toEqual(all(turned, `${stated(after)} is now ${old}`));
  });

  it("is named with another where both are needed, each where it moves the figure", async () => {
    const now = { "roster.csv": roster(OFFICER.replace("8000,,,", "8000,,2023-10-01,2025-11-30")) };
    const cause =
      'authorized_on blank (roster.csv:2:12) is now "2023-10-01" (roster.csv:2:12); authorized_until blank (roster.csv:2:13) is now "2025-11-30" (roster.csv:2:13)';
    expect(await between(PLAIN, now)).toEqual([
      `1 salary 10000.00 → 6630.43: ${cause}`,
      `1 benefits 2000.00 → 1326.09: ${cause}`,
    ]);
  });

  it("of a row that does not state it is not there, in a file without its column", async () => {
    const short = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\n";
    const filed = { "roster.csv": `${short}FL0310200,1,TFM,2025-09-15,40000,8000\n` };
    expect(await between(filed, { "roster.csv": roster(OFFICER.replace("100%", "50%")) })).toEqual([
      '1 salary 10000.00 → 5000.00: time_share 100 is now "50%" (roster.csv:2:8)',
      '1 benefits 2000.00 → 1000.00: time_share 100 is now "50%" (roster.csv:2:8)',
    ]);
  });

  it("is named without the blanks around it, in the first column as in any other", async () => {
    const first = "annual_salary,agency_id,officer_id,program_model,trained_on,annual_benefits\n";
    const filed = { "roster.csv": `${first}40000,FL0310200,1,TFM,2025-09-15,8000\n` };
    const now = { "roster.csv": `${first} 44000 ,FL0310200,1,TFM,2025-09-15,8000\n` };
    expect(await between(filed, now)).toEqual([
      '1 salary 10000.00 → 11000.00: annual_salary "40000" (roster.csv:2:1) is now "44000" (roster.csv:2:1)',
    ]);
  });

  it("of receipts is on any of the officer's rows, and the first of those where all are blank", async () => {
    const rows = (receipts: string): Files => ({
      "roster.csv": roster(
        OFFICER.replace(",,yes", ",2025-10-31,yes"),
        OFFICER.replace("15,,", "15,2025-11-01,").replace("8000,", `8000,${receipts}`),
      ),
    });
    const [none, some, more] = ["", "500", "600"].map(rows) as [Files, Files, Files];
    expect(await between(some, more)).toEqual([
      '1 equipment 500.00 → 600.00: equipment_cost "500" (roster.csv:3:11) is now "600" (roster.csv:3:11)',
    ]);
    expect(await between(none, some)).toEqual([
      '1 equipment 0.00 → 500.00: equipment_cost blank (roster.csv:2:11) is now "500" (roster.csv:3:11)',
    ]);
  });

  it("is that of its agency, whoever else has the officer's id", async () => {
    const files = (first: string, second: string): Files => ({
      "roster.csv":
        roster(OFFICER.replace("40000", first)) +
        roster(OFFICER.replace("40000", second)).split("\n")[1]?.replace("FL0310200", "GA0480300"),
    });
    expect(await between(files("40000", "50000"), files("44000", "60000"))).toEqual([
      '1 salary 10000.00 → 11000.00: annual_salary "40000" (roster.csv:2:9) is now "44000" (roster.csv:2:9)',
      '1 salary 12500.00 → 15000.00: annual_salary "50000" (roster.csv:3:9) is now "60000" (roster.csv:3:9)',
    ]);
  });

  it("is in the roster that its agency is in", async () => {
    const run = (...rows: string[]): Run => {
      const texts = [roster(OFFICER), roster(...rows).replaceAll("FL0310200", "GA0480300")];
      const given = texts.map((text, index) => ({
        ...{ role: "roster" as const, name: `${index + 1}.csv`, bytes: Buffer.from(text) },
      }));
      const problems = new Problems();
      const asked = { agency: null, map: new Map(), quarter: quarter(Q1), programmeStart: day("2025-10-01") };
      const inputs = readInputs(given, { ...asked, today: () => 0 }, problems);
      const options = { agency: null, map: {}, redact: false };
      return runClaims(POLICY_287G, termsFor(POLICY_287G, quarter(Q1)), options, inputs, problems, "officers");
    };
    const filed = run(OFFICER);
    const file = await readClaim("q1.json", Buffer.from(written(documentOf(filed))));
    const now = run(OFFICER.replace("40000", "44000"), SECOND);
    const { lines } = amendment({ file, policy: POLICY_287G, inputs: filed.inputs }, now);
    expect(lines.map(({ cause }) => cause)).toEqual([
      'annual_salary "40000" (2.csv:2:9) is now "44000" (2.csv:2:9)',
      "officer added to the roster (2.csv:3)",
      "officer added to the roster (2.csv:3)",
    ]);
  });

  it("stands in the file by its name, or by the one that tells two files of one name apart", async () => {
    const now = { "roster.csv": roster(OFFICER.replace("40000", "44000"), SECOND) };
    const names = {
      filed: new Map([["roster.csv", "filed/roster.csv"]]),
      now: new Map([["roster.csv", "new/roster.csv"]]),
    };
    expect(await between(PLAIN, now, { names })).toEqual([
      '1 salary 10000.00 → 11000.00: annual_salary "40000" (filed/roster.csv:2:9) is now "44000" (new/roster.csv:2:9)',
      "2 salary 0.00 → 10000.00: officer added to the roster (new/roster.csv:3)",
      "2 benefits 0.00 → 2000.00: officer added to the roster (new/roster.csv:3)",
    ]);
  });

  it("of several rosters that are gone, or of none that is named, is on a line of one of them", async () => {
    const forge = ({ inputs, ...rest }: ClaimDocument): ClaimDocument => ({
      ...rest,
      inputs: inputs.flatMap((one) => [one, { ...one, path: "other.csv" }]),
    });
    const now = { "roster.csv": roster(OFFICER.replace("40000", "44000")) };
    const unnamed = (document: ClaimDocument): ClaimDocument => ({ ...document, inputs: [] });
    for (const forged of [forge, unnamed])
      expect(await between(PLAIN, now, { gone: true, forge: forged })).toEqual([
        `1 salary 10000.00 → 11000.00: annual_salary 40000.00 (as the claim states it; line 2 of the roster ${NOT_THERE} is now "44000" (roster.csv:2:9)`,
      ]);
  });
});

describe("rows", () => {
  const [first, second, third] = [
    "1,TFM,2025-09-15,,2025-10-31,yes,100%,40000,0,,,,",
    "1,TFM,2025-09-15,2025-11-01,2025-11-30,yes,100%,44000,0,,,,",
    "1,TFM,2025-09-15,2025-12-01,,yes,100%,48000,0,,,,",
  ];
  const three = { "roster.csv": roster(first, second, third) };
  const two = { "roster.csv": roster(first, third) };

  it("that are alike are one row, wherever they stand", async () => {
    for (const gone of [false, true]) {
      expect(await between(three, two, { gone })).toEqual([
        "1 salary 11000.00 → 7413.04: a row is gone (roster.csv:3 then)",
      ]);
      expect(await between(two, three, { gone })).toEqual([
        "1 salary 7413.04 → 11000.00: a row was added (roster.csv:3)",
      ]);
    }
    expect(await between(three, { "roster.csv": roster(third, first, second) })).toEqual([]);
    expect(await between({ "roster.csv": roster(third) }, { "roster.csv": roster(second, third) })).toEqual([
      "1 salary 4043.48 → 7630.43: a row was added (roster.csv:2)",
    ]);
  });

  it("that are not alike take each other's place in their order, and what is left is gone", async () => {
    const now = { "roster.csv": roster(second.replace("44000", "45000"), third) };
    expect(await between(three, now)).toEqual([
      [
        "1 salary 11000.00 → 7711.96: a row is gone (roster.csv:3 then)",
        'start_date blank (roster.csv:2:5) is now "2025-11-01" (roster.csv:2:5)',
        'end_date "2025-10-31" (roster.csv:2:6) is now "2025-11-30" (roster.csv:2:6)',
        'annual_salary "40000" (roster.csv:2:9) is now "45000" (roster.csv:2:9)',
      ].join("; "),
    ]);
  });

  it("of which two of three changes would do decide together", async () => {
    // A third of the days each: a cent of annual pay is 0.08 cents, and from 0.337 on two of them make a half.
    const cents = (...pays: string[]) => ({
      "roster.csv": roster(...[first, second, third].map((row, index) => row.replace(/4\d000/, pays[index] ?? ""))),
    });
    const cell = (line: number, from: string, to: string): string =>
      `annual_salary "${from}" (roster.csv:${line}:9) is now "${to}" (roster.csv:${line}:9)`;
    const prior: PriorByAgency = new Map([["FL0310200", [{ quarter: "FY2025-Q4", vehicles: 1, officers: new Map() }]]]);
    const same = { "payroll.csv": payroll(`1,${Q1},,,1.00,`) };
    // What payroll says of a later quarter is no part of it.
    const later = { "payroll.csv": payroll(`1,${Q1},,,1.00,`, `1,${Q2},,,9.00,`) };
    const before = { files: { ...later, ...cents("40000.04", "40000", "40000") }, prior };
    const after = { files: { ...same, ...cents("40000.05", "40000.01", "40000.01") }, prior };
    expect(await linesOf(before, after)).toEqual([
      `1 salary 10000.00 → 10000.01: together: ${cell(2, "40000.04", "40000.05")}; ${cell(3, "40000", "40000.01")}; ${cell(4, "40000", "40000.01")}`,
    ]);
  });
});

describe("officers and agencies", () => {
  it("that are in one of the claims alone are named with their row", async () => {
    const both = { "roster.csv": roster(OFFICER, SECOND) };
    for (const gone of [false, true]) {
      expect(await between(PLAIN, both, { gone })).toEqual([
        "2 salary 0.00 → 10000.00: officer added to the roster (roster.csv:3)",
        "2 benefits 0.00 → 2000.00: officer added to the roster (roster.csv:3)",
      ]);
      expect(await between(both, PLAIN, { gone })).toEqual([
        "2 salary 10000.00 → 0.00: officer gone from the roster (roster.csv:3 then)",
        "2 benefits 2000.00 → 0.00: officer gone from the roster (roster.csv:3 then)",
      ]);
    }
  });

  it("that are agencies are named, and whether they were left out for errors", async () => {
    const row = `GA0480300,${OFFICER}`;
    const both = { "roster.csv": `${roster(OFFICER)}${row}\n` };
    const figures = (filed: string, now: string, cause: string): string[] => [
      `1 salary ${filed}: ${cause}`,
      `1 benefits ${now}: ${cause}`,
    ];
    expect(await between(PLAIN, both)).toEqual(figures("0.00 → 10000.00", "0.00 → 2000.00", "agency GA0480300 added"));
    expect(await between(both, PLAIN)).toEqual(
      figures("10000.00 → 0.00", "2000.00 → 0.00", "agency GA0480300 gone from the roster"),
    );
    const wrong = { "roster.csv": both["roster.csv"].replace(row, row.replace("40000", "x")) };
    expect(await between(wrong, both)).toEqual(
      figures("0.00 → 10000.00", "0.00 → 2000.00", "agency GA0480300 was left out of the filed claim for errors"),
    );
    const more = `${wrong["roster.csv"]}${row.replace("GA0480300", "TX0000002").replace("40000", "x")}\n`;
    expect(await between({ "roster.csv": more }, both)).toEqual(await between(wrong, both));
    const third = { "roster.csv": `${roster(OFFICER)}${row.replace("GA0480300", "TX0000001")}\n` };
    expect(await between(wrong, third)).toEqual(figures("0.00 → 10000.00", "0.00 → 2000.00", "agency TX0000001 added"));
  });

  it("whose figures do not follow from the claim's own rows are said to be so stated, beside what changed", async () => {
    const forge = (document: ClaimDocument): ClaimDocument =>
      JSON.parse(
        JSON.stringify(document)
          .replaceAll('"salary":"10000.00"', '"salary":"10100.00"')
          .replaceAll('"total":"12000.00"', '"total":"12100.00"'),
      );
    const now = { "roster.csv": roster(OFFICER.replace("40000", "44000")) };
    expect(await between(PLAIN, now, { forge })).toEqual([
      '1 salary 10100.00 → 11000.00: the filed claim states 10100.00 where what it rests on gives 10000.00; annual_salary "40000" (roster.csv:2:9) is now "44000" (roster.csv:2:9)',
    ]);
  });
});

describe("what was paid", () => {
  const paid = (...rows: string[]): Files => ({ ...PLAIN, "payroll.csv": payroll(...rows) });

  it("is named by its column and quarter, and blank where there was no payroll", async () => {
    const now = paid(`1,${Q1},9000,1500,1000,500`);
    const figures = [
      ["salary", "salary_paid", "10000.00", "9000", 3],
      ["benefits", "benefits_paid", "2000.00", "1500", 4],
      ["overtime", "overtime_paid", "0.00", "1000", 5],
      ["other_funding", "other_funding", "0.00", "500", 6],
    ] as const;
    for (const gone of [false, true])
      expect(await between(PLAIN, now, { gone })).toEqual(
        figures.map(
          ([figure, name, before, after, column]) =>
            `1 ${figure} ${before} → ${after}.00: ${name} of ${Q1} blank is now "${after}" (payroll.csv:2:${column})`,
        ),
      );
    expect(await between(now, PLAIN)).toEqual(
      figures.map(
        ([figure, name, after, before, column]) =>
          `1 ${figure} ${before}.00 → ${after}: ${name} of ${Q1} "${before}" (payroll.csv:2:${column}) is now blank`,
      ),
    );
    expect(await between(now, PLAIN, { gone: true })).toEqual(
      figures.map(
        ([figure, name, after, before]) =>
          `1 ${figure} ${before}.00 → ${after}: ${name} of ${Q1} ${before}.00 ${PAYROLL_GONE} is now blank`,
      ),
    );
  });

  it("stands in each of the cells that add up to it", async () => {
    const [one, two] = [paid(`1,${Q1},,,1000,`), paid(`1,${Q1},,,1000,`, `2,${Q1},,,50,`, `1,${Q1},,,200,`)];
    const both = '"1000" (payroll.csv:2:5) and "200" (payroll.csv:4:5)';
    const name = `overtime_paid of ${Q1}`;
    expect(await between(one, two)).toEqual([
      `1 overtime 1000.00 → 1200.00: ${name} "1000" (payroll.csv:2:5) is now ${both}`,
    ]);
    expect(await between(two, one)).toEqual([
      `1 overtime 1200.00 → 1000.00: ${name} ${both} is now "1000" (payroll.csv:2:5)`,
    ]);
    expect(await between(two, one, { gone: true })).toEqual([
      `1 overtime 1200.00 → 1000.00: ${name} 1200.00 ${PAYROLL_GONE} is now "1000" (payroll.csv:2:5)`,
    ]);
  });

  it("stands in the roster, in payroll, or then in the one and now in the other", async () => {
    const inRoster = { "roster.csv": roster(`${OFFICER}100`) };
    const more = { "roster.csv": roster(`${OFFICER}200`) };
    const inPayroll = paid(`1,${Q1},,,1000,`);
    const none = { "roster.csv": roster(OFFICER) };
    const overtime = (from: string, to: string, was: string, is: string): string[] => [
      `1 overtime ${from} → ${to}: overtime_paid of ${Q1} ${was} is now ${is}`,
    ];
    const cells = {
      "100": '"100" (roster.csv:2:14)',
      "200": '"200" (roster.csv:2:14)',
      "1000": '"1000" (payroll.csv:2:5)',
    };
    const blank = "blank (roster.csv:2:14)";
    expect(await between(inRoster, more)).toEqual(overtime("100.00", "200.00", cells["100"], cells["200"]));
    expect(await between(inRoster, none)).toEqual(overtime("100.00", "0.00", cells["100"], blank));
    expect(await between(none, inRoster)).toEqual(overtime("0.00", "100.00", blank, cells["100"]));
    expect(await between(inRoster, inPayroll)).toEqual(overtime("100.00", "1000.00", cells["100"], cells["1000"]));
    expect(await between(inPayroll, inRoster)).toEqual(overtime("1000.00", "100.00", cells["1000"], cells["100"]));
    const gone = { gone: true };
    expect(await between(inRoster, inPayroll, gone)).toEqual(
      overtime("100.00", "1000.00", `100.00 ${ROSTER_GONE}`, cells["1000"]),
    );
    expect(await between(inPayroll, inRoster, gone)).toEqual(
      overtime("1000.00", "100.00", `1000.00 ${PAYROLL_GONE}`, cells["100"]),
    );
    // Of an officer with two rows it may be on either.
    const rows = roster(OFFICER.replace(",,yes", ",2025-10-31,yes"), `${OFFICER.replace("15,,", "15,2025-11-01,")}100`);
    expect(await between({ "roster.csv": rows }, inPayroll, gone)).toContain(
      `1 overtime 100.00 → 1000.00: overtime_paid of ${Q1} 100.00 (as the claim states it; roster.csv ${NOT_THERE} is now ${cells["1000"]}`,
    );
  });

  it("by hours × rate is not another amount because a reading rounds it to another cent", async () => {
    const hours = (...rows: string[]): Files => ({
      ...PLAIN,
      "payroll.csv": `officer_id,quarter,overtime_hours,overtime_rate,regular_hours,regular_rate\n${rows.map((row) => `1,${row}\n`).join("")}`,
    });
    const even = { rounding: "half-even" } as const;
    const reading = "the reading rounding is now half-even, it was half-up";
    const same = hours(`${Q1},10.5,35.25,400.5,20.25`);
    for (const gone of [false, true]) {
      expect(await linesOf({ files: same }, { files: same, readings: even }, { gone })).toEqual([
        `1 salary 8110.13 → 8110.12: ${reading}`,
        `1 overtime 370.13 → 370.12: ${reading}`,
      ]);
      const more = hours(`${Q1},11.5,35.25,400.5,20.25`);
      const was = gone ? `370.13 ${PAYROLL_GONE}` : cells("10.5");
      expect(await linesOf({ files: same }, { files: more, readings: even }, { gone })).toEqual([
        `1 salary 8110.13 → 8110.12: ${reading}`,
        `1 overtime 370.13 → 405.38: overtime_paid of ${Q1} ${was} is now ${cells("11.5")}${gone ? "" : `; ${reading}`}`,
      ]);
      expect(await between(same, hours(`${Q1},5.25,70.5,400.5,20.25`), { gone })).toEqual([]);
    }
    function cells(typed: string): string {
      return `"${typed}" (payroll.csv:2:3) and "35.25" (payroll.csv:2:4)`;
    }
  });

  it("in an earlier quarter is named, and whether payroll knows the quarter at all, but no later one", async () => {
    const second = (...rows: string[]): Side => ({ files: paid(...rows), quarterId: Q2 });
    const own = `1,${Q2},,,9000,`;
    const [before, after] = [second(`1,${Q1},,,9000,`, own), second(`1,${Q1},,,9500,`, own)];
    expect(await linesOf(before, after)).toEqual([
      `1 overtime 1000.00 → 500.00: overtime_paid of ${Q1} "9000" (payroll.csv:2:5) is now "9500" (payroll.csv:2:5)`,
    ]);
    expect(await linesOf(second(own), after)).toEqual([
      `1 overtime 9000.00 → 500.00: overtime_paid of ${Q1} blank is now "9500" (payroll.csv:2:5); payroll names ${Q1} now`,
    ]);
    expect(await linesOf(after, second(own))).toEqual([
      `1 overtime 500.00 → 9000.00: overtime_paid of ${Q1} "9500" (payroll.csv:2:5) is now blank; payroll named ${Q1} then`,
    ]);
    const later = [`1,FY2026-Q3,,,9000,`, `1,FY2025-Q4,,,9000,`];
    expect(await linesOf(second(`1,${Q1},,,9000,`, own, ...later), after)).toEqual(await linesOf(before, after));
  });

  it("in two earlier quarters is named in their order", async () => {
    const third = (first: string, second: string): Side => ({
      files: paid(`1,${Q2},,,${second},`, `1,${Q1},,,${first},`, "1,FY2026-Q3,,,9000,"),
      quarterId: "FY2026-Q3",
    });
    expect(await linesOf(third("4000", "4000"), third("4500", "4600"))).toEqual([
      `1 overtime 2000.00 → 900.00: overtime_paid of ${Q1} "4000" (payroll.csv:3:5) is now "4500" (payroll.csv:3:5); overtime_paid of ${Q2} "4000" (payroll.csv:2:5) is now "4600" (payroll.csv:2:5)`,
    ]);
    const named = { ...third("4500", "4600"), files: paid("1,FY2026-Q3,,,9000,") };
    expect(await linesOf(named, third("4500", "4600"))).toEqual([
      expect.stringContaining(`; payroll names ${Q2} now, payroll names ${Q1} now`),
    ]);
    const second = { ...named, files: paid("1,FY2026-Q3,,,9000,", `1,${Q2},,,4000,`) };
    expect(await linesOf(second, third("4500", "4600"))).toEqual([
      `1 overtime 6000.00 → 900.00: overtime_paid of ${Q1} blank is now "4500" (payroll.csv:3:5); overtime_paid of ${Q2} "4000" (payroll.csv:3:5) is now "4600" (payroll.csv:2:5); payroll names ${Q1} now`,
    ]);
    const one = { ...named, files: paid("1,FY2026-Q3,,,9000,", `1,${Q1},,,4500,`) };
    expect(await linesOf(one, third("4500", "4600"))).toEqual([
      expect.stringMatching(/; payroll names FY2026-Q2 now$/),
    ]);
    expect(await linesOf(third("4500", "4600"), one)).toEqual([
      expect.stringMatching(/; payroll named FY2026-Q2 then$/),
    ]);
  });
});

describe("the rates", () => {
  const withRates = (...rows: string[]): Files => ({ ...PLAIN, "rates.csv": rates(...rows) });
  const award = (from: string, to: string, cause: string): string => `1 award ${from} → ${to}: ${cause}`;

  it("that are new or gone explain the award by the rate, and vehicles by their receipts alone", async () => {
    const now = withRates(`${Q1},92.5%,,,300`);
    const rate = "the placement rate is now";
    for (const gone of [false, true])
      expect(await between(PLAIN, now, { gone })).toEqual([
        award("0.00", "1000.00", `${rate} 92.5 %, it was none: placement_rate blank is now "92.5%" (rates.csv:2:2)`),
        'null vehicles 0.00 → 300.00: vehicle_cost blank is now "300" (rates.csv:2:5)',
      ]);
    expect(await between(now, PLAIN)).toEqual([
      award("1000.00", "0.00", `${rate} none, it was 92.5 %: placement_rate "92.5%" (rates.csv:2:2) is now blank`),
      'null vehicles 300.00 → 0.00: vehicle_cost "300" (rates.csv:2:5) is now blank',
    ]);
    expect(await between(now, PLAIN, { gone: true })).toEqual([
      award("1000.00", "0.00", `${rate} none, it was 92.5 %: placement_rate 92.5% ${RATES_GONE} is now blank`),
      `null vehicles 300.00 → 0.00: vehicle_cost 300.00 ${RATES_GONE} is now blank`,
    ]);
  });

  it("give the rate by counts, and none where nobody was provided", async () => {
    const none = withRates(`${Q1},,0,0,`);
    const counted = withRates(`${Q1},,3,2,`);
    const typed = withRates(`${Q1},90,,,`);
    const cell = (name: string, column: number, was: string, is: string): string =>
      `placements_${name} ${was} (rates.csv:2:${column}) is now ${is} (rates.csv:2:${column})`;
    expect(await between(none, typed)).toEqual([
      award(
        "0.00",
        "1000.00",
        `the placement rate is now 90 %, it was of no locations: placement_rate blank (rates.csv:2:2) is now "90" (rates.csv:2:2) and ${cell("successful", 4, '"0"', "blank")} and ${cell("provided", 3, '"0"', "blank")}`,
      ),
    ]);
    expect(await between(typed, counted)).toEqual([
      award(
        "1000.00",
        "0.00",
        `the placement rate is now 66.666667 %, it was 90 %: placement_rate "90" (rates.csv:2:2) is now blank (rates.csv:2:2) and ${cell("successful", 4, "blank", '"2"')} and ${cell("provided", 3, "blank", '"3"')}`,
      ),
    ]);
    expect(await between(withRates(`${Q1},,30,27,`), none, { gone: true })).toEqual([
      award(
        "1000.00",
        "0.00",
        `the placement rate is now of no locations, it was 90 %: placements_successful 27 ${RATES_GONE} is now "0" (rates.csv:2:4) and placements_provided 30 ${RATES_GONE} is now "0" (rates.csv:2:3)`,
      ),
    ]);
  });

  it("of another quarter change nothing, nor does another way to the same rate", async () => {
    expect(await between(AWARDED, withRates(`${Q2},80,,,`, `${Q1},92.5%,,,`))).toEqual([]);
    expect(await between(AWARDED, withRates(`${Q1},,40,37,`))).toEqual([]);
    const other = `${Q2},60,,,`;
    expect(await between(withRates(other, `${Q1},92.5%,,,`), withRates(other, `${Q1},81,,,`))).toEqual([
      award(
        "1000.00",
        "750.00",
        'the placement rate is now 81 %, it was 92.5 %: placement_rate "92.5%" (rates.csv:3:2) is now "81" (rates.csv:3:2)',
      ),
    ]);
  });

  it("pay for vehicles where there is a task force officer, and the roster says whether", async () => {
    const vehicles = { "rates.csv": rates(`${Q1},,,,60000`) };
    const officers = (model: string, cost = vehicles): Files => ({
      "roster.csv": roster(OFFICER.replace("TFM", model)),
      ...cost,
    });
    const cause = "the roster has a trained task force officer in one of the claims only";
    for (const gone of [false, true]) {
      expect(await between(officers("TFM"), officers("JEM"), { gone })).toEqual([
        `null vehicles 60000.00 → 0.00: ${cause}`,
      ]);
      expect(await between(officers("JEM"), officers("TFM"), { gone })).toEqual([
        `null vehicles 0.00 → 60000.00: ${cause}`,
      ]);
    }
  });
});

describe("agreements", () => {
  const signed = (...rows: string[]): Files => ({ ...PLAIN, "agreements.csv": agreements(...rows) });

  it.each<[string, Files, Files, string, string, string]>([
    [
      "given now, in their order",
      ...([PLAIN, signed("TFM,2025-11-01,2025-12-15", "JEM,2025-05-06,")] as const),
      "10000.00 → 4891.30",
      "2000.00 → 978.26",
      "the agreements are now JEM from 2025-05-06 and TFM 2025-11-01 to 2025-12-15, they were not given",
    ],
    [
      "signed anew, in the order of their models",
      ...([signed("TFM,2025-03-01,", "JEM,2025-05-06,"), signed("TFM,2025-11-01,", "JEM,2025-05-06,")] as const),
      "10000.00 → 6630.43",
      "2000.00 → 1326.09",
      "the agreements are now JEM from 2025-05-06 and TFM from 2025-11-01, they were JEM from 2025-05-06 and TFM from 2025-03-01",
    ],
    [
      "not given any more",
      ...([signed("TFM,2025-11-01,2025-12-15"), PLAIN] as const),
      "4891.30 → 10000.00",
      "978.26 → 2000.00",
      "the agreements are now not given, they were TFM 2025-11-01 to 2025-12-15",
    ],
    [
      "signed where there was none",
      ...([signed(), signed("TFM,2025-11-01,")] as const),
      "0.00 → 6630.43",
      "0.00 → 1326.09",
      "the agreements are now TFM from 2025-11-01, they were none",
    ],
  ])("that are %s", async (_, filed, now, salary, benefits, cause) => {
    for (const gone of [false, true])
      expect(await between(filed, now, { gone })).toEqual([
        `1 salary ${salary}: ${cause}`,
        `1 benefits ${benefits}: ${cause}`,
      ]);
  });

  it("pay for vehicles or not by themselves, where the roster is the same and where it is another", async () => {
    const under = (model: string, ...rows: string[]): Files => ({
      ...signed(...rows),
      "roster.csv": roster(OFFICER.replace("TFM", model)),
      "rates.csv": rates(`${Q1},,,,60000`),
    });
    const vehicles = async (filed: Files, now: Files, gone: boolean) =>
      (await between(filed, now, { gone })).filter((line) => line.startsWith("null"));
    const [both, one] = [
      ["TFM,2025-03-01,", "JEM,2025-05-06,"],
      ["JEM,2025-05-06,", "TFM,2026-01-01,"],
    ];
    const [named, late] = [
      "JEM from 2025-05-06 and TFM from 2025-03-01",
      "JEM from 2025-05-06 and TFM from 2026-01-01",
    ];
    const rosters = "the roster has a trained task force officer in one of the claims only";
    for (const gone of [false, true]) {
      expect(await vehicles(under("TFM", ...both), under("TFM", ...one), gone)).toEqual([
        `null vehicles 60000.00 → 0.00: the agreements are now ${late}, they were ${named}`,
      ]);
      expect(await vehicles(under("TFM", ...one), under("TFM", ...both), gone)).toEqual([
        `null vehicles 0.00 → 60000.00: the agreements are now ${named}, they were ${late}`,
      ]);
      expect(await vehicles(under("JEM", ...one), under("TFM", ...both), gone)).toEqual([
        `null vehicles 0.00 → 60000.00: ${rosters}; the agreements are now ${named}, they were ${late}`,
      ]);
    }
  });

  it("are named beside a row that was added and counts under them alone", async () => {
    const second = OFFICER.replace("15,,", "15,2025-11-01,");
    const filed = { ...signed("JEM,2025-05-06,"), "roster.csv": roster(OFFICER.replace(",,yes", ",2025-10-31,no")) };
    const now = {
      ...signed("JEM,2025-05-06,", "TFM,2025-03-01,"),
      "roster.csv": roster(OFFICER.replace(",,yes", ",2025-10-31,no"), second),
    };
    const cause =
      "a row was added (roster.csv:3); the agreements are now JEM from 2025-05-06 and TFM from 2025-03-01, they were JEM from 2025-05-06";
    for (const gone of [false, true])
      expect(await between(filed, now, { gone })).toEqual([
        `1 salary 0.00 → 6630.43: ${cause}`,
        `1 benefits 0.00 → 1326.09: ${cause}`,
      ]);
  });

  it("move a later row's days with the cells of the row", async () => {
    const added = { ...signed("TFM,2025-11-01,"), "roster.csv": roster(OFFICER.replace("100%", "50%")) };
    expect(await between(PLAIN, added)).toEqual([
      '1 salary 10000.00 → 3315.22: time_share "100%" (roster.csv:2:8) is now "50%" (roster.csv:2:8); the agreements are now TFM from 2025-11-01, they were not given',
      '1 benefits 2000.00 → 663.04: time_share "100%" (roster.csv:2:8) is now "50%" (roster.csv:2:8); the agreements are now TFM from 2025-11-01, they were not given',
    ]);
  });
});

describe("prior claims", () => {
  /** What an agency claimed in a quarter for vehicles, and of officer 1. */
  const claimed = (quarter: string, vehicles: string, line: readonly string[] = ["0.00", "0.00", "0.00"]) => {
    const [salary = "", overtime = "", equipment = ""] = line;
    const amounts = {
      salary: moneyFromText(salary),
      overtime: moneyFromText(overtime),
      equipment: moneyFromText(equipment),
    };
    return { quarter, vehicles: moneyFromText(vehicles), officers: new Map([["1", amounts]]) };
  };
  const dollars = (text = ""): string => `$${Number(text).toLocaleString("en-US")}.00`;
  const second = (...prior: ReturnType<typeof claimed>[]): Side => ({
    files: {
      "roster.csv": roster(`${OFFICER.replace("8000,", "8000,5000")}9000`),
      "rates.csv": rates(`${Q2},,,,60000`),
    },
    quarterId: Q2,
    prior: new Map([["FL0310200", prior]]),
  });

  it("that draw on an officer's caps and allowances are named with what they claimed of the officer", async () => {
    const [none, some] = [second(), second(claimed(Q1, "0.00", ["5000.00", "5000.00", "1000.00"]))];
    const cause = (then: string, now: string) => `the prior claim of ${Q1}: ${then} then, ${now} now`;
    const said = "$5,000.00 of overtime and $1,000.00 of equipment";
    for (const gone of [false, true]) {
      expect(await linesOf(none, some, { gone })).toEqual([
        `1 overtime 9000.00 → 5000.00: ${cause("none", said)}`,
        `1 equipment 5000.00 → 4000.00: ${cause("none", said)}`,
      ]);
      expect(await linesOf(some, none, { gone })).toEqual([
        `1 overtime 5000.00 → 9000.00: ${cause(said, "none")}`,
        `1 equipment 4000.00 → 5000.00: ${cause(said, "none")}`,
      ]);
    }
  });

  const NO_SALARY = ["0.00", "5000.00", "1000.00"];
  const ACCRUED = { "overtime-cap": "accrued" } as const;
  it.each<[string, readonly string[], readonly string[], string, Partial<Readings>]>([
    ["overtime", NO_SALARY, ["0.00", "6000.00", "1000.00"], "overtime 5000.00 → 4000.00", {}],
    ["equipment", NO_SALARY, ["0.00", "5000.00", "2000.00"], "equipment 4000.00 → 3000.00", {}],
    // 25 % of 10,000 or 12,000 and of 10,000 of this quarter, less 5,000.
    [
      "salary",
      ["10000.00", "5000.00", "1000.00"],
      ["12000.00", "5000.00", "1000.00"],
      "overtime 0.00 → 500.00",
      ACCRUED,
    ],
  ])("that claimed other %s than before decide by that", async (name, was, is, figure, readings) => {
    const side = (line: readonly string[]): Side => ({ ...second(claimed(Q1, "0.00", line)), readings });
    const said = ([salary, overtime, equipment]: readonly string[]): string =>
      `${name === "salary" ? `${dollars(salary)} of salary, ` : ""}${dollars(overtime)} of overtime and ${dollars(equipment)} of equipment`;
    expect(await linesOf(side(was), side(is))).toEqual([
      `1 ${figure}: the prior claim of ${Q1}: ${said(was)} then, ${said(is)} now`,
    ]);
  });

  it("that have no line of an officer claimed nothing of that officer", async () => {
    const none = { ...claimed(Q1, "0.00"), officers: new Map() };
    const side = (prior: ReturnType<typeof claimed>, readings: Partial<Readings> = {}): Side => ({
      ...second(prior),
      readings,
    });
    const some = claimed(Q1, "0.00", ["10000.00", "5000.00", "1000.00"]);
    const nothing = "$0.00 of overtime and $0.00 of equipment";
    const said = "$5,000.00 of overtime and $1,000.00 of equipment";
    const cause = `the prior claim of ${Q1}: $10,000.00 of salary, ${said} then, $0.00 of salary, ${nothing} now`;
    expect(await linesOf(side(some), side(none))).toEqual([
      `1 overtime 5000.00 → 9000.00: ${cause}`,
      `1 equipment 4000.00 → 5000.00: ${cause}`,
    ]);
    const noSalary = claimed(Q1, "0.00", ["0.00", "5000.00", "1000.00"]);
    expect(await linesOf(side(none), side(noSalary))).toEqual([
      `1 overtime 9000.00 → 5000.00: the prior claim of ${Q1}: ${nothing} then, ${said} now`,
      `1 equipment 5000.00 → 4000.00: the prior claim of ${Q1}: ${nothing} then, ${said} now`,
    ]);
  });

  it("that claimed nothing stand in the place of what payroll says of their quarter", async () => {
    const files = { ...PLAIN, "payroll.csv": payroll(`1,${Q1},,,9000,`, `1,${Q2},,,9000,`) };
    const of = (...prior: ReturnType<typeof claimed>[]): Side => ({
      ...{ files, quarterId: Q2 },
      prior: new Map([["FL0310200", prior]]),
    });
    expect(await linesOf(of(), of(claimed(Q1, "0.00")))).toEqual([
      `1 overtime 1000.00 → 9000.00: the prior claim of ${Q1}: none then, $0.00 of overtime and $0.00 of equipment now`,
    ]);
  });

  it("that did not change are left as they were, whatever another claimed", async () => {
    const of = (equipment: string, overtime: string): Side => {
      const side = second(
        claimed("FY2025-Q4", "0.00", ["0.00", "0.00", "1000.00"]),
        claimed(Q1, "0.00", ["0.00", overtime, "500.00"]),
      );
      const row = `${OFFICER.replace("8000,", `8000,${equipment}`)}9000`;
      return { ...side, files: { ...side.files, "roster.csv": roster(row) } };
    };
    expect(await linesOf(of("5000", "5000.00"), of("6000", "6000.00"))).toEqual([
      `1 overtime 5000.00 → 4000.00: the prior claim of ${Q1}: $5,000.00 of overtime and $500.00 of equipment then, $6,000.00 of overtime and $500.00 of equipment now`,
      '1 equipment 3500.00 → 4500.00: equipment_cost "5000" (roster.csv:2:11) is now "6000" (roster.csv:2:11)',
    ]);
  });

  it("that claimed vehicles are named with what they claimed of them, each by its quarter, in order", async () => {
    const [less, more] = [
      second(claimed(Q1, "30000.00"), claimed("FY2025-Q4", "30000.00")),
      second(claimed(Q1, "35000.00"), claimed("FY2025-Q4", "31000.00")),
    ];
    expect(await linesOf(less, more)).toEqual([
      `null vehicles 40000.00 → 34000.00: the prior claim of FY2025-Q4: $30,000.00 of vehicles then, $31,000.00 of vehicles now; the prior claim of ${Q1}: $30,000.00 of vehicles then, $35,000.00 of vehicles now`,
    ]);
    expect(await linesOf(less, second(claimed(Q1, "30000.00")))).toEqual([
      "null vehicles 40000.00 → 60000.00: the prior claim of FY2025-Q4: $30,000.00 of vehicles then, none now",
    ]);
  });
});

describe("the rules", () => {
  it("are those of the quarter, and of the reading", async () => {
    const files = { "roster.csv": roster(OFFICER.replace(",,yes", ",2026-01-31,yes")) };
    expect(await linesOf({ files }, { files, quarterId: Q2 })).toEqual([
      `1 salary 10000.00 → 3444.44: the quarter is now ${Q2}, it was ${Q1}`,
      `1 benefits 2000.00 → 688.89: the quarter is now ${Q2}, it was ${Q1}`,
    ]);
    const rated = { ...PLAIN, "rates.csv": rates(`${Q1},92.5,,,`, `${Q2},60,,,`) };
    expect(await linesOf({ files: rated }, { files: rated, quarterId: Q2 })).toEqual([
      `1 award 1000.00 → 0.00: the quarter is now ${Q2}, it was ${Q1}`,
    ]);
    const readings = { "partial-quarter": "weekdays", "quarter-share": "days" } as const;
    expect(await linesOf({ files: PLAIN }, { files: PLAIN, readings })).toEqual([
      "1 salary 10000.00 → 10082.19: the reading quarter-share is now days, it was equal",
      "1 benefits 2000.00 → 2016.44: the reading quarter-share is now days, it was equal",
    ]);
  });

  it("are those of the policy, which is named by its id and hash, or as the claim states it", async () => {
    const allowance = [{ from: "2025-10-01", value: "6000.00", source: "FOP-2025-09" }];
    const parameters = { ...POLICY_287G.parameters, "equipment-allowance": allowance };
    const own: Policy = { ...POLICY_287G, id: "coun\u0007ty", parameters };
    const stated: Policy = { ...own, title: "as the claim states it" };
    const files = { "roster.csv": roster(OFFICER.replace("8000,", "8000,7000")) };
    const hash = (policy: Policy): string => `SHA-256 ${policyHash(policy).slice(0, 12)}…`;
    const equipment = async (filed: Policy, now: Policy) => linesOf({ files, policy: filed }, { files, policy: now });
    expect(await equipment(POLICY_287G, own)).toEqual([
      `1 equipment 7000.00 → 6000.00: the policy is now coun\\x07ty (${hash(own)}), it was 287g (${hash(POLICY_287G)})`,
    ]);
    expect(await equipment(stated, POLICY_287G)).toEqual([
      `1 equipment 6000.00 → 7000.00: the policy is now 287g (${hash(POLICY_287G)}), it was coun\\x07ty (as the claim states it)`,
    ]);
  });
});

describe("the lines of an amendment alone", () => {
  it("are those of the amendment", async () => {
    const file = await readClaim("q1.json", Buffer.from(written(documentOf(runOf({ files: PLAIN })))));
    const run = runOf({ files: { "roster.csv": roster(OFFICER.replace("40000", "44000"), SECOND) } });
    const filed = { file, policy: POLICY_287G, inputs: undefined };
    expect(amendedLines(filed, run)).toEqual(amendment(filed, run).lines);
    expect(amendedLines(filed, run)).toHaveLength(3);
  });
});
