import { describe, expect, it } from "vitest";
import { type FiledPrior, priorOfDocument } from "../../src/document/prior.ts";
import { documentOf } from "../../src/run/document.ts";
import { compute, filesOf } from "../document/files.ts";
import type { AgencyText, PayrollRow, RateRow, RosterRow } from "../engine/build.ts";
import { inWords, shown } from "./shown.ts";

const [Q1, Q2, Q3, Q4] = ["FY2026-Q1", "FY2026-Q2", "FY2026-Q3", "FY2026-Q4"] as const;
/** 15,000.00 a quarter. */
const ROW: RosterRow = { trained_on: "2025-09-15", annual_salary: "60000.00" };
const paid = (quarter: string, overtime_paid = "1.00"): PayrollRow => ({ quarter, overtime_paid });

/** The claim of an agency, as a later one counts it. */
function filed(text: AgencyText, ...quarters: readonly string[]): ReadonlyMap<string, FiledPrior[]> {
  const claims = quarters.flatMap((id) =>
    documentOf(compute(filesOf(text), id)).claims.map((claim) => priorOfDocument(id, claim)),
  );
  return new Map([["FL0310200", claims]]);
}

describe("the award", () => {
  /** What is said of it, and the notices. */
  const saidOf = (rates: readonly RateRow[], roster: readonly RosterRow[] = [ROW]) => {
    const { problems } = compute(filesOf({ roster, rates }), Q1);
    const own = problems.all.filter(({ code, fromClaim }) => fromClaim && /no-rate|no-locations|award/.test(code));
    return own.map((problem) => `${problem.severity} ${inWords(problem)}`);
  };
  const without =
    "warning award-without-reference: the award of FL0310200 for FY2026-Q1, $1,000.00, has no reference to ICE's determination [1000.00]";

  it("without a rate of the quarter is none, which is said", () => {
    const none = ["notice no-rate: FL0310200 has no placement rate for FY2026-Q1: no award"];
    expect(saidOf([])).toEqual(none);
    expect(saidOf([{ quarter: Q2, rate: "92.5", reference: "ICE-1" }])).toEqual(none);
  });

  it("of no locations is none, which is said", () => {
    const none = ["notice no-locations: FL0310200 was provided no locations in FY2026-Q1: no rate, no award"];
    expect(saidOf([{ quarter: Q1, provided: 0, successful: 0 }])).toEqual(none);
    expect(saidOf([{ quarter: Q1, provided: 0, successful: 0, reference: "ICE-1" }])).toEqual(none);
  });

  it("without a reference is said with its dollars; one with a reference, and none, are not", () => {
    expect(saidOf([{ quarter: Q1, rate: "92.5" }])).toEqual([without]);
    expect(saidOf([{ quarter: Q1, provided: 40, successful: 37 }])).toEqual([without]);
    expect(saidOf([{ quarter: Q1, rate: "92.5", reference: "ICE-1" }])).toEqual([]);
    expect(saidOf([{ quarter: Q1, rate: "69" }])).toEqual([]);
    expect(saidOf([{ quarter: Q1, rate: "92.5" }], [{ ...ROW, model: "JEM" }])).toEqual([]);
  });
});

describe("actuals of an officer who was eligible for a part of the quarter", () => {
  const saidOf = (row: Partial<RosterRow>, payroll: Omit<PayrollRow, "quarter">, more: readonly RosterRow[] = []) =>
    shown({ roster: [{ ...ROW, ...row }, ...more], payroll: [{ quarter: Q1, ...payroll }] }, Q1, {
      only: "part-quarter",
    });
  const told = (days: number, what: string, amount: string, line = 2): string =>
    `roster.csv:${line} part-quarter-actuals: officer A1 was eligible on ${days} of 92 days: make sure that ${what} was earned on them [${amount}]`;

  it("are said with the overtime, or as pay where there is none", () => {
    const from = { trained_on: "2025-10-02" };
    expect(saidOf(from, { overtime_paid: "0.01" })).toEqual([told(91, "$0.01 of overtime", "0.01")]);
    expect(saidOf(from, { overtime_paid: "0.00", salary_paid: "14000.00" })).toEqual([told(91, "its pay", "0.00")]);
    expect(saidOf(from, { overtime_paid: "0.00" })).toEqual([]);
    expect(saidOf({}, { overtime_paid: "0.01" })).toEqual([]);
  });

  it("stand at the officer's last row", () => {
    const later = { ...ROW, start_date: "2025-11-16", end_date: "2025-12-30" };
    expect(saidOf({ end_date: "2025-11-15" }, { overtime_paid: "100.00" }, [later])).toEqual([
      told(91, "$100.00 of overtime", "100.00", 3),
    ]);
  });

  it("come first among the warnings of a claim, officer by officer; the agency's come before them", () => {
    const part = ["A1", "B2"].map((officer) => ({ ...ROW, officer, trained_on: "2025-10-02" }));
    const roster = [...part, { ...ROW, officer: "C3" }];
    const payroll = ["A1", "B2"].map((officer) => ({ ...paid(Q1, "9000.00"), officer }));
    const rates = [{ quarter: Q1, rate: "92.5" }];
    const { warnings } = documentOf(compute(filesOf({ roster, payroll, rates }), Q1));
    expect(
      warnings.filter(({ code }) => /award|part-quarter|overtime/.test(code)).map(({ code, line }) => [code, line]),
    ).toEqual([
      ["award-without-reference", null],
      ["part-quarter-actuals", 2],
      ["part-quarter-actuals", 3],
      ["overtime-above-half-salary", 2],
      ["overtime-above-half-salary", 3],
    ]);
  });
});

describe("earlier quarters of which nothing is known", () => {
  const one = (quarter: string): string =>
    `cap-saw-one-quarter: the overtime cap of FL0310200 counts ${quarter} alone: neither payroll nor a prior claim tells what earlier quarters claimed`;
  const missed = (quarters: string): string =>
    `cap-missed-a-quarter: the overtime cap of FL0310200 counts nothing for ${quarters}: neither payroll nor a prior claim tells what was claimed then`;
  const text = (...quarters: string[]): AgencyText => ({ roster: [ROW], payroll: quarters.map((id) => paid(id)) });

  it.each<[string, string[], string, string[]]>([
    ["the first has none", [Q1], Q1, []],
    ["none of one", [Q2], Q2, [one(Q2)]],
    ["none of three", [Q4], Q4, [one(Q4)]],
    ["the first of two", [Q2, Q3], Q3, [missed(Q1)]],
    ["two of three", [Q2, Q4], Q4, [missed(`${Q1} and ${Q3}`)]],
    ["none is missing", [Q1, Q2, Q3], Q3, []],
  ])("are said in words that name them: %s", (_, known, quarter, told) =>
    expect(shown(text(...known), quarter, { only: "cap-" })).toEqual(told),
  );

  it("are known by a prior claim too", () => {
    const prior = filed(text(), Q1);
    expect(shown(text(Q2), Q2, { only: "cap-", prior })).toEqual([]);
    expect(shown(text(Q3), Q3, { only: "cap-", prior })).toEqual([missed(Q2)]);
  });

  it("are asked for, with the quarters that are missing", () => {
    const remedies = (quarter: string, ...known: string[]) =>
      compute(filesOf(text(...known)), quarter).problems.all.flatMap(({ code, remedy }) =>
        code.startsWith("cap-") ? [remedy] : [],
      );
    expect(remedies(Q3)).toEqual([
      "give the payroll of the earlier quarters of FY2026, or --prior with the claims filed",
    ]);
    expect(remedies(Q4, Q2)).toEqual(["give the payroll of FY2026-Q1 and FY2026-Q3, or --prior with the claim filed"]);
  });
});

describe("a prior claim and payroll of one quarter", () => {
  const differs = (line: string, claimed: string, now: string, officer = "A1", quarter = Q1 as string): string =>
    `prior-differs-from-payroll: officer ${officer}: $${claimed} of ${line} was claimed for ${quarter}, payroll gives $${now}; the prior claim counts`;
  const rows: readonly RosterRow[] = [ROW, { ...ROW, officer: "B2" }];
  const was: AgencyText = { roster: rows, payroll: [paid(Q1, "9000.00"), { ...paid(Q1, "500.00"), officer: "B2" }] };
  const now = (...payroll: readonly PayrollRow[]) =>
    shown({ roster: rows, payroll }, Q3, { only: "prior-differs", prior: filed(was, Q1) });

  it("are held against each other officer by officer, line by line", () => {
    expect(now(paid(Q1, "9000.00"), { ...paid(Q1, "499.99"), officer: "B2" })).toEqual([
      differs("overtime", "500.00", "499.99", "B2"),
    ]);
    expect(now({ quarter: Q1, overtime_paid: "8000.00", salary_paid: "14000.00" })).toEqual([
      differs("overtime", "9,000.00", "8,000.00"),
      differs("salary", "15,000.00", "14,000.00"),
    ]);
  });

  it("are not where payroll is of another quarter", () => {
    expect(now(paid(Q2, "8000.00"))).toEqual([]);
    expect(now(paid(Q3, "8000.00"))).toEqual([]);
    expect(now(paid(Q2, "8000.00"), paid(Q1, "8000.00"))).toEqual([differs("overtime", "9,000.00", "8,000.00")]);
  });

  it("are not where the prior claim is of another fiscal year", () => {
    const text: AgencyText = { roster: rows, payroll: [paid(Q1, "8000.00"), paid("FY2027-Q1")] };
    expect(shown(text, "FY2027-Q1", { only: "prior-differs", prior: filed(was, Q1) })).toEqual([]);
  });
});

describe("rows of evidence that name no line of the claim", () => {
  const nothing = (line: number, document: string): string =>
    `evidence.csv:${line} evidence-fits-nothing: "${document}" names no line of the claim of FL0310200 for FY2026-Q1`;
  const text: AgencyText = {
    roster: [ROW],
    evidence: [
      { quarter: Q1, figure: "salary", document: "ledger.pdf" },
      { quarter: Q1, figure: "overtime", document: "overtime.pdf" },
      { quarter: Q2, figure: "overtime", document: "later.pdf" },
      { quarter: Q1, officer: "A1", figure: "benefits", document: "plan.pdf" },
    ],
  };
  const told = [nothing(3, "overtime.pdf"), nothing(5, "plan.pdf")];

  it("are said, each at its line", () => expect(shown(text, Q1, { only: "evidence" })).toEqual(told));

  it("are said of a claim of which totals alone are kept", () => {
    const { problems, claims } = compute(filesOf(text), Q1, {}, new Map(), "totals");
    expect(claims[0]?.totals.total).toBe(15_000_00);
    expect(problems.all.filter(({ code }) => code.startsWith("evidence")).map(inWords)).toEqual(told);
  });
});
