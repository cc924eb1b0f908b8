import { describe, expect, it } from "vitest";
import { amendment } from "../../src/amend/amend.ts";
import { readClaim } from "../../src/document/read.ts";
import type { AmendmentDocument, ClaimDocument } from "../../src/document/schema.ts";
import { POLICY_287G } from "../../src/policy/policy.ts";
import {
  amendmentDifferences,
  derivationDifferences,
  inputDifferences,
  priorDifferences,
} from "../../src/verify/own-figures.ts";
import { claimText, compute, type Files } from "../document/files.ts";

const Q1 = "FY2026-Q1";
const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits,overtime_paid";
const FILED: Files = {
  "roster.csv": `${HEADER}
FL0310200,1042,TFM,2025-09-15,85000.37,23000.11,3456.78
FL0310200,1043,TFM,2025-09-15,72400.00,19800.00,
`,
  "rates.csv": "quarter,placement_rate,vehicle_cost\nFY2026-Q1,92.5%,5000.00\n",
};
/** A raise for the first, the second gone, a third in, and more for vehicles. */
const NOW: Files = {
  "roster.csv": `${HEADER}
FL0310200,1042,TFM,2025-09-15,91000.37,23000.11,3456.78
FL0310200,1044,TFM,2025-09-15,40000.00,0.00,
`,
  "rates.csv": "quarter,placement_rate,vehicle_cost\nFY2026-Q1,92.5%,5200.00\n",
};

const filedFile = await readClaim("q1.json", Buffer.from(claimText(FILED, Q1)));
const AMENDMENT = amendment({ file: filedFile, policy: POLICY_287G, inputs: undefined }, compute(NOW, Q1));

type Change = (amendment: AmendmentDocument) => void;

/** What does not agree in an amendment that was changed, as `path: filed → recomputed`. */
function found(change: Change, filed?: ClaimDocument): string[] {
  const changed: AmendmentDocument = structuredClone(AMENDMENT);
  change(changed);
  return amendmentDifferences(changed, filed).map((one) => `${one.path}: ${one.filed} → ${one.recomputed}`);
}

const lineAt = ({ lines }: AmendmentDocument, index: number) => {
  const line = lines[index];
  if (!line) throw new Error(`there is no line ${index}`);
  return line;
};

describe("an amendment alone", () => {
  it("agrees with itself, and with the claim that it amends", () => {
    expect(AMENDMENT.lines.map((one) => `${one.officer_id} ${one.figure} ${one.filed} ${one.now}`)).toEqual([
      "1043 salary 18100.00 0.00",
      "1043 benefits 4950.00 0.00",
      "1043 award 1000.00 0.00",
      "1042 salary 21250.09 22750.09",
      "1044 salary 0.00 10000.00",
      "1044 award 0.00 1000.00",
      "null vehicles 5000.00 5200.00",
    ]);
    expect(found(() => {})).toEqual([]);
    expect(found(() => {}, filedFile.document)).toEqual([]);
  });

  const [total, more] = [AMENDMENT.now.total, AMENDMENT.difference];
  const sha = AMENDMENT.filed.sha256;
  it.each<[string, Change, string[]]>([
    [
      "its new total",
      (one) => Object.assign(one.now, { total: "1.00" }),
      [`now.total: 1.00 → ${total}`, `difference: ${more} → -${(Number(AMENDMENT.filed.total) - 1).toFixed(2)}`],
    ],
    [
      "its difference",
      (one) => Object.assign(one, { difference: "1.00" }),
      [...Array(2)].map(() => `difference: 1.00 → ${more}`),
    ],
    [
      "the hash in its claim",
      ({ claim }) => Object.assign(claim, { amends: "0".repeat(64) }),
      [`claim.amends: ${"0".repeat(64)} → ${sha}`],
    ],
    [
      "no hash in its claim",
      ({ claim }) => Object.assign(claim, { amends: undefined }),
      [`claim.amends: null → ${sha}`],
    ],
    [
      "the difference of a line",
      (one) => Object.assign(lineAt(one, 3), { difference: "1501.00" }),
      [`difference: ${more} → ${(Number(more) + 1).toFixed(2)}`, "lines[3].difference: 1501.00 → 1500.00"],
    ],
    [
      "what an officer had and has",
      (one) => Object.assign(lineAt(one, 3), { filed: "1.00", now: "1501.00" }),
      ["lines[3].now: 1501.00 → 22750.09"],
    ],
    [
      "an officer who is gone",
      (one) => Object.assign(lineAt(one, 0), { filed: "18101.00", now: "1.00" }),
      ["lines[0].now: 1.00 → 0.00"],
    ],
    [
      "vehicles",
      (one) => Object.assign(lineAt(one, 6), { filed: "0.00", now: "200.00" }),
      ["lines[6].now: 200.00 → 5200.00"],
    ],
    [
      "an agency that is not in the claim",
      (one) => {
        for (const index of [3, 6]) Object.assign(lineAt(one, index), { agency_id: "GA0480300" });
      },
      ["lines[3].now: 22750.09 → 0.00", "lines[6].now: 5200.00 → 0.00"],
    ],
    [
      "a figure of another officer",
      (one) => Object.assign(lineAt(one, 3), { officer_id: "1044" }),
      ["lines[3].now: 22750.09 → 10000.00"],
    ],
  ])("does not agree where it states otherwise %s", (_, change, differences) => {
    expect(found(change)).toEqual(differences);
  });

  it("does not agree with the claim that it amends in the total and the lines, whatever causes say", () => {
    const change: Change = (one) => {
      Object.assign(lineAt(one, 3), { filed: "21251.09", now: "22751.09", cause: "a raise" });
      Object.assign(one.claim.claims[0]?.officers[0] ?? {}, { salary: "22751.09" });
    };
    expect(found(change, filedFile.document)).toEqual([
      "lines[3].filed: 21251.09 → 21250.09",
      "lines[3].difference: 1500.00 → 1501.00",
    ]);
    const other: Change = ({ filed }) => Object.assign(filed, { total: "1.00" });
    expect(found(other, filedFile.document)).toEqual([
      `difference: ${more} → ${(Number(total) - 1).toFixed(2)}`,
      `filed.total: 1.00 → ${filedFile.document.totals.total}`,
    ]);
  });
});

describe("inputs of a document", () => {
  const { document } = filedFile;
  const [roster, rates] = document.inputs as [ClaimDocument["inputs"][0], ClaimDocument["inputs"][0]];
  it.each<[string, ClaimDocument["inputs"], number[]]>([
    ["once each", [roster, rates], []],
    ["rosters of two names", [roster, { ...roster, path: "b.csv" }], []],
    ["a roster twice", [roster, rates, roster], [2]],
    ["rates under two names", [roster, rates, { ...rates, path: "b.csv" }], [2]],
    ["rates under the name of the roster", [roster, { ...rates, path: roster.path }], []],
  ])("are %s", (_, inputs, twice) => {
    expect(inputDifferences({ ...document, inputs }, ["claim"])).toEqual(
      twice.map((index) => ({ path: `claim.inputs[${index}]`, filed: inputs[index], recomputed: null })),
    );
  });
});

describe("prior claims of a document", () => {
  it("are told by the name of their file", () => {
    const { document } = filedFile;
    const [claim] = document.claims;
    if (!claim) throw new Error("there is no agency");
    const priors = (...names: string[]) => ({
      ...claim,
      prior: names.map((path) => ({ quarter: "FY2025-Q4", vehicles: "0.00", path, sha256: path })),
    });
    const changed = { ...document, claims: [claim, priors("a.json", "b.json"), priors("b.json")] };
    expect(priorDifferences(changed, "b.json", ["claim"])).toEqual([
      { path: "claim.claims[1].prior[1].sha256", filed: "b.json", recomputed: null },
      { path: "claim.claims[2].prior[0].sha256", filed: "b.json", recomputed: null },
    ]);
  });
});

describe("a derivation", () => {
  const EXPLAINED: ClaimDocument = JSON.parse(claimText(FILED, Q1, {}, new Map(), "derivations"));

  /** What differs where a text of a derivation was replaced, the first after another text. */
  const replaced = (after: string, from: string, to: string): string[] => {
    const text = JSON.stringify(EXPLAINED);
    const at = text.indexOf(from, text.indexOf(after));
    expect(at).toBeGreaterThan(0);
    const changed: ClaimDocument = JSON.parse(`${text.slice(0, at)}${to}${text.slice(at + from.length)}`);
    return derivationDifferences(changed, ["claim"]).map((one) => `${one.path}: ${one.filed} → ${one.recomputed}`);
  };

  it("gives the figure that it explains", () => {
    expect(derivationDifferences(EXPLAINED, [])).toEqual([]);
    expect(derivationDifferences(filedFile.document, [])).toEqual([]);
  });

  const SALARY = '{"figure":"salary","value":"21250.09"';
  it.each<[string, string, string, string, string[]]>([
    [
      "in its value",
      SALARY,
      '"value":"21250.09"',
      '"value":"21251.09"',
      ["claim.claims[0].officers[0].derivation[1].value: 21251.09 → 21250.09"],
    ],
    [
      "in its last step",
      `${SALARY},`,
      '"value":"21250.09"}]',
      '"value":"21252.09"}]',
      ["claim.claims[0].officers[0].derivation[1].value: 21252.09 → 21250.09"],
    ],
    [
      "in the days",
      '{"figure":"eligible_days"',
      '"value":"92"',
      '"value":"91"',
      ["claim.claims[0].officers[0].derivation[0].value: 91 → 92"],
    ],
    [
      "in a total of the agency",
      '{"figure":"salary","value":"39350.09"',
      '"value":"39350.09"',
      '"value":"1.00"',
      ["claim.claims[0].derivation[0].value: 1.00 → 39350.09"],
    ],
  ])("that gives another differs %s", (_, after, from, to, differences) => {
    expect(replaced(after, from, to)).toEqual(differences);
  });

  it("without steps is held against the figure by its value alone, and one of no figure that there is by nothing", () => {
    const steps = (value: string, figure = "salary"): string[] => {
      const changed: ClaimDocument = structuredClone(EXPLAINED);
      Object.assign(changed.claims[0]?.officers[0] ?? {}, { derivation: [{ figure, value, steps: [] }] });
      return derivationDifferences(changed, []).map((one) => `${one.path}: ${one.filed} → ${one.recomputed}`);
    };
    expect(steps("21250.09")).toEqual([]);
    expect(steps("1.00")).toEqual(["claims[0].officers[0].derivation[0].value: 1.00 → 21250.09"]);
    expect(steps("1.00", "toString")).toEqual([]);
  });
});
