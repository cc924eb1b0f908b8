import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimAgency } from "../../src/engine/agency.ts";
import type { Step } from "../../src/engine/derivation.ts";
import { type FigureId, READINGS, type ReadingId, RULE_IDS } from "../../src/engine/values/ids.ts";
import { moneyText } from "../../src/engine/values/money.ts";
import type { Case } from "../cases/case.ts";
import { runs } from "../runs.ts";
import { CASES as BY_ID } from "./all-cases.ts";
import { type Asked, asked, LARGE } from "./arbitrary.ts";
import { evaluate, lowest, type Rational, rounded } from "./arithmetic.ts";
import { agency, terms } from "./build.ts";
import { figures } from "./figures.ts";

const CASES = Object.values(BY_ID).flat();

const askedOf = (one: Case): Asked => ({
  quarterId: one.quarter,
  readings: terms(one.quarter, one.readings).readings,
  agency: one,
});

function derive({ agency: rows, quarterId, readings }: Asked) {
  const [records, inForce] = [agency(rows, quarterId), terms(quarterId, readings)];
  return { derived: claimAgency(records, inForce, "derivations"), plain: claimAgency(records, inForce, "officers") };
}

/** Each figure of each officer, and the vehicles, with its steps where it has any. */
function derivedFigures(one: Asked): { id: FigureId | "vehicles"; figure: string; steps: readonly Step[] }[] {
  const { officers, derivations, vehicleSteps, totals } = derive(one).derived;
  const vehicles = { id: "vehicles" as const, figure: moneyText(totals.vehicles), steps: vehicleSteps };
  const ofOfficers = officers.flatMap((claim, index) =>
    Object.entries(figures(claim)).flatMap(([key, figure]) => {
      const id = key as FigureId;
      const steps = derivations[index]?.[id] ?? [];
      return steps.length > 0 ? [{ id, figure, steps }] : [];
    }),
  );
  return vehicleSteps.length > 0 ? [...ofOfficers, vehicles] : ofOfficers;
}

const quotientOf = (text: string): string => lowest(numberOf(text));

function numberOf(text: string): Rational {
  const value = evaluate(text);
  if (!value) throw new Error(`${text} is not a number`);
  return value;
}

function checkLastSteps(one: Asked): void {
  for (const { id, figure, steps } of derivedFigures(one)) expect([id, steps.at(-1)?.value]).toEqual([id, figure]);
}

/** Each step's formula gives its exact value, and that its value as the step's rounding says. */
function checkArithmetic(one: Asked): void {
  for (const { id, steps } of derivedFigures(one))
    for (const step of steps) {
      const calculated = evaluate(step.formula);
      expect([id, step.formula, calculated && lowest(calculated)]).toEqual([id, step.formula, quotientOf(step.exact)]);
      expect([id, step.formula, quotientOf(step.value)]).toEqual([id, step.formula, lowest(roundedAsTold(step))]);
    }
}

function roundedAsTold({ exact, rounding }: Step): Rational {
  const value = numberOf(exact);
  switch (rounding) {
    case undefined:
      return value;
    case "whole percent, down":
      return rounded(value, 1n, "down");
    case "whole percent, half up":
      return rounded(value, 1n, "half-up");
    default:
      return rounded(value, 100n, rounding);
  }
}

function checkSameClaim(one: Asked): void {
  const { derived, plain } = derive(one);
  expect({ ...derived, derivations: [], vehicleSteps: [] }).toEqual(plain);
  expect(derived.derivations.length).toBe(derived.officers.length);
}

describe.each([
  ["the last step of a figure has the figure's value", checkLastSteps],
  ["formula, exact value, rounding and value of each step agree", checkArithmetic],
  ["the claim is the same with derivations and without", checkSameClaim],
])("%s", (_, check) => {
  it("in each case", () => {
    for (const one of CASES) check(askedOf(one));
  });

  it("in any claim", () => {
    fc.assert(fc.property(asked(), check), runs(300));
  });

  it("in any claim of large amounts", () => {
    fc.assert(fc.property(asked(LARGE), check), runs(300));
  });
});

describe("what the derivations of the cases name", () => {
  const steps = CASES.flatMap((one) => derivedFigures(askedOf(one)).flatMap((figure) => figure.steps));

  it("is every rule but the one that is a check, and the day on which the programme began, which is a quarter's first", () => {
    const named = new Set(steps.map(({ rule }) => rule));
    expect(RULE_IDS.filter((rule) => !named.has(rule)).sort()).toEqual(["carried-over", "programme-start"]);
  });

  it("is every reading", () => {
    const named = new Set(steps.map(({ reading }) => reading));
    expect(Object.keys(READINGS).filter((id) => !named.has(id as ReadingId))).toEqual([]);
  });

  it("is every value of the readings that a step writes down as a rounding", () => {
    expect([...new Set(steps.flatMap(({ rounding }) => rounding ?? []))].sort()).toEqual([
      "down",
      "half-even",
      "half-up",
      "whole percent, down",
      "whole percent, half up",
    ]);
  });
});
