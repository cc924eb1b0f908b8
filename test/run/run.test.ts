import { describe, expect, it } from "vitest";
import type { Detail } from "../../src/engine/agency.ts";
import { POLICY_287G } from "../../src/policy/policy.ts";
import { documentOf } from "../../src/run/document.ts";
import { agencyRuns, claimsOf, type Run, runClaims } from "../../src/run/run.ts";
import { compute, filesOf } from "../document/files.ts";
import { type AgencyText, terms } from "../engine/build.ts";
import { file, read } from "../ingest/read.ts";

const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits";
const roster = (name: string, ...rows: string[]) => file("roster", `${HEADER}\n${rows.join("\n")}\n`, name);
const row = (agency: string, officer: string, model = "TFM"): string =>
  `${agency},${officer},${model},2025-09-15,60000,0`;
const [LEE, POLK, HAYS, YORK] = ["FL0310200", "GA0480300", "TX1090000", "VA0490000"] as const;
const RATES = file("rates", `agency_id,quarter,rate\n${LEE},FY2026-Q1,69\n`);

/** Lee is without errors; of Polk an officer's row has one; of Hays and York it is in a row that names nobody. */
const FILES = [
  roster("lee.csv", row(LEE, "1")),
  roster("polk.csv", row(POLK, "1", "TFX"), row(POLK, "2")),
  roster("both.csv", row(HAYS, "1"), row(YORK, "1"), row("", "7")),
  RATES,
];
const GOOD = FILES.slice(0, 2);
const X = 'program_model "TFX" is not a program model';

const totals = (run: Pick<Run, "claims" | "again">): string[] =>
  [...claimsOf(run)].map(({ agency, totals }) => `${agency.id} ${totals.total}`);

describe("a run", () => {
  it("has the claims of the agencies without errors, and how many rows and errors the others have", () => {
    const { claims, leftOut } = read(GOOD);
    expect(totals({ claims })).toEqual([`${LEE} 1500000`]);
    expect(leftOut).toEqual([{ agency: POLK, problems: 1, rows: 2 }]);
    const all = read(FILES);
    expect([all.claims, all.leftOut]).toEqual([
      [],
      [
        { agency: LEE, problems: 1, rows: 1 },
        { agency: POLK, problems: 2, rows: 2 },
        { agency: HAYS, problems: 1, rows: 1 },
        { agency: YORK, problems: 1, rows: 1 },
      ],
    ]);
  });

  it("that leaves officers out has the rest of the agency, and the rows that are not in it", () => {
    const { claims, leftOut } = read(GOOD, { rejects: true });
    expect(totals({ claims })).toEqual([`${LEE} 1500000`, `${POLK} 1500000`]);
    expect(leftOut).toEqual([{ agency: POLK, problems: 1, rows: 1 }]);
    expect(read(FILES.slice(0, 1), { rejects: true }).leftOut).toEqual([]);
  });

  it("that keeps no claims makes them anew, the same, as often as they are asked for", () => {
    const { inputs, problems, options } = read(GOOD);
    const run = runClaims(POLICY_287G, terms("FY2026-Q1"), options, inputs, problems, "officers", false);
    expect(run.claims).toEqual([]);
    expect(run.leftOut).toEqual([{ agency: POLK, problems: 1, rows: 2 }]);
    expect([totals(run), totals(run)]).toEqual([[`${LEE} 1500000`], [`${LEE} 1500000`]]);
  });
});

describe("what is kept of officers", () => {
  const text = { roster: [{ trained_on: "2025-09-15", annual_salary: "60000.00" }] };
  const evidence = [{ quarter: "FY2026-Q1", document: "ledger.pdf" }];
  const kept = (one: AgencyText, detail: Detail) =>
    documentOf(compute(filesOf(one), "FY2026-Q1", {}, new Map(), detail)).claims.map(({ officers }) =>
      officers.map(({ derivation }) => derivation !== undefined),
    );

  it("is as much as was asked for, and for evidence more than totals", () => {
    expect(kept(text, "totals")).toEqual([[]]);
    expect(kept({ ...text, evidence }, "totals")).toEqual([[false]]);
    expect(kept({ ...text, evidence }, "officers")).toEqual([[false]]);
    expect(kept({ ...text, evidence }, "derivations")).toEqual([[true]]);
    expect(kept(text, "derivations")).toEqual([[true]]);
  });
});

describe("agency by agency", () => {
  const one = (rosters: readonly string[], rejects = false) => {
    const { policy, terms, options, inputs, problems } = read(FILES, { rejects });
    const runs = agencyRuns({ policy, terms, options }, inputs, problems, "officers", new Set(rosters));
    return [...runs].map(({ agency, run, because }) => ({
      id: agency.id,
      claims: totals(run),
      leftOut: run.leftOut,
      because: because?.message,
      agencies: run.inputs.agencies.map(({ id }) => id),
      tables: run.inputs.tables.map(({ name }) => name),
    }));
  };
  const ALL = ["lee.csv", "polk.csv", "both.csv"];
  const NOBODY = "agency_id is blank";

  it("each is a run as if it were alone, stopped by the errors of its own roster", () => {
    expect(one(ALL)).toEqual([
      {
        id: LEE,
        claims: [`${LEE} 1500000`],
        leftOut: [],
        because: undefined,
        agencies: [LEE],
        tables: ["lee.csv", "rates.csv"],
      },
      {
        id: POLK,
        claims: [],
        leftOut: [{ agency: POLK, problems: 1, rows: 2 }],
        because: X,
        agencies: [POLK],
        tables: ["polk.csv", "rates.csv"],
      },
      {
        id: HAYS,
        claims: [],
        leftOut: [{ agency: HAYS, problems: 1, rows: 1 }],
        because: NOBODY,
        agencies: [HAYS],
        tables: ["both.csv", "rates.csv"],
      },
      {
        id: YORK,
        claims: [],
        leftOut: [{ agency: YORK, problems: 1, rows: 1 }],
        because: NOBODY,
        agencies: [YORK],
        tables: ["both.csv", "rates.csv"],
      },
    ]);
  });

  it("each may be without the officers who are left out", () =>
    expect(one(ALL, true).map(({ id, claims, leftOut }) => [id, claims, leftOut])).toEqual([
      [LEE, [`${LEE} 1500000`], []],
      [POLK, [`${POLK} 1500000`], [{ agency: POLK, problems: 1, rows: 1 }]],
      [HAYS, [], [{ agency: HAYS, problems: 1, rows: 1 }]],
      [YORK, [], [{ agency: YORK, problems: 1, rows: 1 }]],
    ]));

  it("all are stopped by an error of nobody in a file that is not taken for itself", () =>
    expect(one([]).map(({ id, claims, because }) => [id, claims, because])).toEqual([
      [LEE, [], NOBODY],
      [POLK, [], NOBODY],
      [HAYS, [], NOBODY],
      [YORK, [], NOBODY],
    ]));
});
