import { describe, expect, it } from "vitest";
import { fiscalQuarter } from "../../src/engine/rules/fiscal-quarter.ts";
import { dayText } from "../../src/engine/values/calendar.ts";
import { PARAMETER_IDS, READING_IDS, READINGS } from "../../src/engine/values/ids.ts";
import { moneyText } from "../../src/engine/values/money.ts";
import { inForceOn } from "../../src/policy/in-force.ts";
import {
  type Dated,
  datedValues,
  defaultReading,
  POLICY_287G,
  type Policy,
  PolicyGap,
  policyText,
  termsFor,
  valueOn,
} from "../../src/policy/policy.ts";
import { day, quarter } from "../engine/build.ts";

const QUARTERS = Array.from({ length: 10 }, (_, i) => 2026 + i).flatMap((year) =>
  ([1, 2, 3, 4] as const).map((number) => fiscalQuarter(year, number)),
);

/** The entries in force on a day: those begun, less those that a later one has replaced. */
function applicable(entries: readonly Dated<unknown>[], on: string): number {
  const begun = entries.filter(({ from }) => from <= on);
  return begun.filter(({ from }) => begun.every((other) => other.from <= from)).length;
}

describe("each quarter of ten years has on its first and last day", () => {
  it.each(PARAMETER_IDS)("one value of %s", (parameter) => {
    const entries = datedValues(POLICY_287G, parameter);
    const found = QUARTERS.map(({ id, start, end }) => [
      id,
      applicable(entries, dayText(start)),
      applicable(entries, dayText(end)),
    ]);
    expect(found).toEqual(QUARTERS.map(({ id }) => [id, 1, 1]));
    for (const { end } of QUARTERS) expect(entries).toContain(valueOn(POLICY_287G, parameter, end, "a test"));
  });

  it.each(READING_IDS)("one default of reading %s, of a value that it has", (id) => {
    const entries = POLICY_287G.readings[id].default;
    const found = QUARTERS.map(({ id, start, end }) => [
      id,
      applicable(entries, dayText(start)),
      applicable(entries, dayText(end)),
    ]);
    expect(found).toEqual(QUARTERS.map(({ id }) => [id, 1, 1]));
    for (const { end } of QUARTERS)
      expect(READINGS[id]).toContain(defaultReading(POLICY_287G, id, end, "a test").value);
  });
});

describe("before 2025-10-01", () => {
  it.each(PARAMETER_IDS)("there is no %s, and the error says who asked", (parameter) => {
    const ask = () => valueOn(POLICY_287G, parameter, day("2025-09-30"), "rule overtime-cap");
    expect(ask).toThrow(PolicyGap);
    expect(ask).toThrow(`policy 287g has no value of ${parameter} on 2025-09-30, which rule overtime-cap asks for`);
    expect(valueOn(POLICY_287G, parameter, day("2025-10-01"), "a test").from).toBe("2025-10-01");
  });

  it.each(READING_IDS)("there is no default of reading %s", (id) => {
    const ask = () => defaultReading(POLICY_287G, id, day("2025-09-30"), "a claim");
    expect(ask).toThrow(PolicyGap);
    expect(ask).toThrow(`policy 287g has no value of reading ${id} on 2025-09-30, which a claim asks for`);
  });

  it("there are no terms", () => {
    expect(() => termsFor(POLICY_287G, quarter("FY2025-Q4"))).toThrow(
      "policy 287g has no value of programme-start on 2025-09-30, which rule programme-start asks for",
    );
  });
});

describe("the policy", () => {
  it("names a source for each value", () => {
    const entries = [
      ...PARAMETER_IDS.flatMap((parameter): readonly Dated<unknown>[] => datedValues(POLICY_287G, parameter)),
      ...READING_IDS.flatMap((id): readonly Dated<unknown>[] => POLICY_287G.readings[id].default),
    ];
    expect(entries.length).toBe(13);
    const sources = Object.keys(POLICY_287G.sources);
    expect(entries.filter(({ source }) => !sources.includes(source))).toEqual([]);
  });

  it("cites no source that nothing rests on", () => {
    const cited = new Set(
      [...Object.values(POLICY_287G.parameters), ...Object.values(POLICY_287G.readings).map((r) => r.default)].flatMap(
        (entries) => entries.map(({ source }) => source),
      ),
    );
    expect(Object.keys(POLICY_287G.sources).filter((source) => !cited.has(source))).toEqual([]);
  });

  it("knows the readings that the engine knows, and their values", () => {
    const values = READING_IDS.map((id) => [id, Object.keys(POLICY_287G.readings[id].values)]);
    expect(Object.fromEntries(values)).toEqual(READINGS);
  });

  it("takes the default readings as published, each with a reason", () => {
    const defaults = READING_IDS.map((id) => [id, defaultReading(POLICY_287G, id, day("2025-12-31"), "a test").value]);
    expect(Object.fromEntries(defaults)).toEqual({
      "rate-rounding": "floor",
      "award-headcount": "full-quarter",
      "quarter-share": "equal",
      "partial-quarter": "calendar-days",
      "overtime-cap": "annual",
      "salary-models": "all",
      rounding: "half-up",
    });
    const reasons = READING_IDS.flatMap((id) => POLICY_287G.readings[id].default.map(({ reason }) => reason));
    expect(reasons.filter((reason) => reason.trim() === "")).toEqual([]);
  });

  it("has the published values", () => {
    const terms = termsFor(POLICY_287G, quarter("FY2026-Q1"));
    expect(dayText(terms.programmeStart)).toBe("2025-10-01");
    expect(terms.overtimeCapShare).toEqual({ n: 25, d: 100 });
    expect(terms.bands.map(({ from, to, award }) => [from, to, moneyText(award)])).toEqual([
      [90, 100, "1000.00"],
      [80, 89, "750.00"],
      [70, 79, "500.00"],
    ]);
    expect(moneyText(terms.equipmentAllowance)).toBe("7500.00");
    expect(moneyText(terms.vehicleAllowance)).toBe("100000.00");
  });

  it("is the same after it was written and read", () => {
    expect(JSON.parse(policyText(POLICY_287G))).toEqual(POLICY_287G);
    expect(policyText(POLICY_287G).endsWith("}\n")).toBe(true);
  });
});

describe("termsFor", () => {
  /** The policy with 20 % of overtime from 2026-04-01, written before the value that it replaces. */
  const changed: Policy = {
    ...POLICY_287G,
    parameters: {
      ...POLICY_287G.parameters,
      "overtime-cap-share": [
        { from: "2026-04-01", value: "20", source: "DHS-2025-09-02" },
        ...POLICY_287G.parameters["overtime-cap-share"],
      ],
    },
  };

  it("takes the values of the quarter's last day, and for earlier quarters those of theirs", () => {
    const terms = termsFor(changed, quarter("FY2026-Q3"));
    expect(terms.overtimeCapShare).toEqual({ n: 20, d: 100 });
    expect(terms.earlier.map((earlier) => [earlier.quarter.id, earlier.overtimeCapShare.n])).toEqual([
      ["FY2026-Q1", 25],
      ["FY2026-Q2", 25],
    ]);
  });

  it("takes the later of two values in the order of their dates, and of a reading's defaults", () => {
    const [first] = POLICY_287G.parameters["overtime-cap-share"];
    const [reading] = POLICY_287G.readings.rounding.default;
    const later: Policy = {
      ...POLICY_287G,
      parameters: {
        ...POLICY_287G.parameters,
        "overtime-cap-share": [first as Dated<string>, { from: "2026-04-01", value: "20", source: "DHS-2025-09-02" }],
      },
      readings: {
        ...POLICY_287G.readings,
        rounding: {
          ...POLICY_287G.readings.rounding,
          default: [
            reading as Dated<string> & { reason: string },
            { from: "2026-04-01", value: "half-even", source: "2-CFR-200.430", reason: "a test" },
          ],
        },
      },
    };
    const { overtimeCapShare, readings, earlier } = termsFor(later, quarter("FY2026-Q3"));
    expect([overtimeCapShare, readings.rounding]).toEqual([{ n: 20, d: 100 }, "half-even"]);
    expect(earlier.map((terms) => [terms.overtimeCapShare, terms.readings.rounding])).toEqual([
      [{ n: 25, d: 100 }, "half-up"],
      [{ n: 25, d: 100 }, "half-up"],
    ]);
  });

  it("has no earlier quarter of before the programme, and of one no earlier quarters of its own", () => {
    const since: Policy = {
      ...POLICY_287G,
      parameters: {
        ...POLICY_287G.parameters,
        "programme-start": [{ from: "2025-10-01", value: "2026-03-31", source: "DHS-2025-09-02" }],
      },
    };
    const { earlier } = termsFor(since, quarter("FY2026-Q4"));
    expect(earlier.map((terms) => [terms.quarter.id, terms.earlier])).toEqual([
      ["FY2026-Q2", []],
      ["FY2026-Q3", []],
    ]);
  });

  it("has the years of the model agreement by a policy of before 1.1.0, and another's own", () => {
    const { "authorization-years": _, ...parameters } = POLICY_287G.parameters;
    const own = [{ from: "2025-10-01", value: "3", source: "MOA-TFM-2025-03" }];
    const years = (policy: Policy) => termsFor(policy, quarter("FY2026-Q1")).authorizationYears;
    expect(years({ ...POLICY_287G, parameters })).toBe(2);
    expect(years({ ...POLICY_287G, parameters: { ...parameters, "authorization-years": own } })).toBe(3);
  });

  it("takes no start of the programme that is not a date", () => {
    const start = [{ from: "2025-10-01", value: "soon", source: "DHS-2025-09-02" }];
    const policy = { ...POLICY_287G, parameters: { ...POLICY_287G.parameters, "programme-start": start } };
    expect(() => termsFor(policy, quarter("FY2026-Q1"))).toThrow(
      new RangeError("policy 287g: programme-start is not a date"),
    );
  });

  it("takes a value from its first day", () => {
    expect(valueOn(changed, "overtime-cap-share", day("2026-03-31"), "a test").value).toBe("25");
    expect(valueOn(changed, "overtime-cap-share", day("2026-04-01"), "a test").value).toBe("20");
  });

  it("takes the chosen readings, for earlier quarters too, and the defaults of the others", () => {
    const terms = termsFor(POLICY_287G, quarter("FY2026-Q2"), { rounding: "half-even" });
    expect(terms.readings).toEqual({
      "rate-rounding": "floor",
      "award-headcount": "full-quarter",
      "quarter-share": "equal",
      "partial-quarter": "calendar-days",
      "overtime-cap": "annual",
      "salary-models": "all",
      rounding: "half-even",
    });
    expect(terms.earlier.map((earlier) => earlier.readings)).toEqual([terms.readings]);
  });

  it("has no earlier quarter in the first of a year", () => {
    expect(termsFor(POLICY_287G, quarter("FY2026-Q1")).earlier).toEqual([]);
    expect(termsFor(POLICY_287G, quarter("FY2027-Q1")).earlier).toEqual([]);
    expect(termsFor(POLICY_287G, quarter("FY2027-Q4")).earlier.map((earlier) => earlier.quarter.id)).toEqual([
      "FY2027-Q1",
      "FY2027-Q2",
      "FY2027-Q3",
    ]);
  });
});

describe("inForceOn", () => {
  const dated = <T>(entries: readonly Dated<T>[], value: T, from: string) => [
    ...entries,
    { ...(entries[0] as Dated<T>), from, value },
  ];
  const { parameters, readings } = POLICY_287G;
  const policy: Policy = {
    ...POLICY_287G,
    parameters: {
      ...parameters,
      "vehicle-allowance": dated(parameters["vehicle-allowance"], "90000.00", "2026-10-01"),
    },
    readings: {
      ...readings,
      rounding: {
        ...readings.rounding,
        default: [
          ...readings.rounding.default,
          { from: "2026-10-01", value: "half-even", source: "2-CFR-200.430", reason: "a test" },
        ],
      },
    },
  };

  it("is the policy with what is in force and nothing else", () => {
    expect(inForceOn(policy, day("2026-09-30"))).toEqual(POLICY_287G);
    const after = inForceOn(policy, day("2026-10-01"));
    expect(after.parameters["vehicle-allowance"].map(({ from, value }) => [from, value])).toEqual([
      ["2026-10-01", "90000.00"],
    ]);
    expect(after.readings.rounding).toEqual({
      ...readings.rounding,
      default: [{ from: "2026-10-01", value: "half-even", source: "2-CFR-200.430", reason: "a test" }],
    });
    expect({ ...after, parameters, readings }).toEqual(POLICY_287G);
  });

  it("of a day before all values is none", () => {
    expect(() => inForceOn(policy, day("2025-09-30"))).toThrow(
      "policy 287g has no value of programme-start on 2025-09-30, which claims policy show asks for",
    );
  });
});
