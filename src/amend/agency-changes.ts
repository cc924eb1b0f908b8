import { AS_STATED } from "../document/records.ts";
import { placementRate } from "../engine/rules/placement-rate.ts";
import { dayText } from "../engine/values/calendar.ts";
import { decimalText } from "../engine/values/fraction.ts";
import type { ReadingId, Readings } from "../engine/values/ids.ts";
import { dollarText } from "../engine/values/money.ts";
import type { Agreement, Placement, PriorClaim } from "../engine/values/records.ts";
import { columnsOfField } from "../ingest/table/columns.ts";
import { printable } from "../problems/printable.ts";
import { type Basis, type Change, officersUnder, rowUnder } from "./basis.ts";
import { amountText, type Stated, type Wording } from "./cells.ts";

/** What changed for a whole agency: the placement rate, vehicle receipts, prior claims, and quarters that payroll knows. */
export function agencyChanges(filed: Basis, now: Basis, wording: Wording): Change[] {
  const changes: Change[] = [];
  const [then, today] = [filed, now].map(({ placements }) => placements[0]);
  if (rateText(then) !== rateText(today))
    changes.push({
      text: () => rateChanged(then, today, wording),
      apply: (basis) => ({ ...basis, placements: withPlacement(basis.placements, today, RATE_FIELDS) }),
    });
  const cost = (placement: Placement | undefined): string => amountText(placement?.vehicleCost ?? null);
  if (cost(then) !== cost(today))
    changes.push({
      text: () => wording.cell("vehicle_cost", ["vehicle_cost"], onLine(cost(then), then), onLine(cost(today), today)),
      apply: (basis) => ({ ...basis, placements: withPlacement(basis.placements, today, ["vehicleCost"]) }),
    });
  const [agreementsThen, agreementsNow] = [filed, now].map(({ agreements }) => agreementsText(agreements));
  if (agreementsThen !== agreementsNow)
    changes.push({
      text: () => `the agreements are now ${agreementsNow}, they were ${agreementsThen}`,
      apply: (basis) => withAgreements(basis, now.agreements),
    });
  return changes;
}

/** `TFM 2025-03-01 to 2026-01-31 and JEM from 2025-05-06` */
function agreementsText(agreements: readonly Agreement[] | undefined): string {
  if (!agreements) return "not given";
  const each = agreements.map(({ model, signedOn, endedOn }) =>
    endedOn === null ? `${model} from ${dayText(signedOn)}` : `${model} ${dayText(signedOn)} to ${dayText(endedOn)}`,
  );
  return each.sort().join(" and ") || "none";
}

function withAgreements(basis: Basis, agreements: readonly Agreement[] | undefined): Basis {
  return {
    ...basis,
    agreements,
    rows: basis.rows.map((row) => row && rowUnder(row, agreements)),
    officers: officersUnder(basis.officers, agreements),
  };
}

/** Each cell of the rate that is another one, and the rates that they give. */
function rateChanged(then: Placement | undefined, today: Placement | undefined, wording: Wording): string {
  const cells = RATE_FIELDS.filter((field) => shown(then, field) !== shown(today, field)).map((field) => {
    const [column = ""] = columnsOfField(field);
    return wording.cell(column, [column], onLine(shown(then, field), then), onLine(shown(today, field), today));
  });
  return `the placement rate is now ${rateText(today)}, it was ${rateText(then)}: ${cells.join(" and ")}`;
}

const RATE_FIELDS = ["rate", "successful", "provided"] as const;

function shown(placement: Placement | undefined, field: (typeof RATE_FIELDS)[number]): string {
  const value = placement?.[field] ?? null;
  if (value === null) return "blank";
  return typeof value === "object" ? `${decimalText(value, 6)}%` : String(value);
}

const onLine = (text: string, placement: Placement | undefined): Stated => ({
  text,
  role: "rates",
  lines: placement && placement.line > 0 ? [placement.line] : [],
});

function rateText(placement: Placement | undefined): string {
  const rate = placementRate(placement);
  if (rate) return `${decimalText(rate, 6)} %`;
  return placement?.provided === 0 ? "of no locations" : "none";
}

function withPlacement(
  placements: readonly Placement[],
  today: Placement | undefined,
  fields: readonly (keyof Placement)[],
): readonly Placement[] {
  const quarter = today?.quarter ?? placements[0]?.quarter;
  const before = placements.find((one) => one.quarter === quarter) ?? today;
  if (!before) return placements;
  const blank = { rate: null, provided: null, successful: null, vehicleCost: null };
  const taken = Object.fromEntries(fields.map((field) => [field, today?.[field] ?? null]));
  const rest = placements.includes(before) ? {} : blank;
  return [...placements.filter((one) => one !== before), { ...before, ...rest, ...taken }];
}

/** What changed in what earlier quarters are known to have claimed. */
export function priorChanges(filed: Basis, now: Basis): Change[] {
  const quarters = [...new Set([...filed.prior, ...now.prior].map(({ quarter }) => quarter))].sort();
  const changes = quarters.flatMap((quarter): Change[] => {
    const [then, today] = [filed, now].map(({ prior }) => prior.find((claim) => claim.quarter === quarter));
    if (priorKey(then, now.officerId) === priorKey(today, now.officerId)) return [];
    const [was, is] = [then, today].map((claim) => claim?.officers.get(now.officerId)?.salary ?? 0);
    const salary = then !== undefined && today !== undefined && was !== is;
    const said = (claim: PriorClaim | undefined): string => priorText(claim, now.officerId, salary);
    return [
      {
        text: () => `the prior claim of ${quarter}: ${said(then)} then, ${said(today)} now`,
        apply: (basis) => ({
          ...basis,
          prior: [...basis.prior.filter((claim) => claim.quarter !== quarter), ...(today ? [today] : [])],
        }),
      },
    ];
  });
  const named = [...now.payrollQuarters].filter((quarter) => !filed.payrollQuarters.has(quarter));
  const gone = [...filed.payrollQuarters].filter((quarter) => !now.payrollQuarters.has(quarter));
  if (named.length + gone.length > 0)
    changes.push({
      text: () =>
        [...named.map((id) => `payroll names ${id} now`), ...gone.map((id) => `payroll named ${id} then`)].join(", "),
      apply: (basis) => ({ ...basis, payrollQuarters: now.payrollQuarters }),
    });
  return changes;
}

const priorKey = (claim: PriorClaim | undefined, officer: string): string => {
  const line = claim?.officers.get(officer);
  return JSON.stringify([
    claim === undefined,
    ...[line?.salary ?? 0, line?.overtime ?? 0, line?.equipment ?? 0, claim?.vehicles ?? 0].map(String),
  ]);
};

/** What a prior claim claimed. @param salary whether its salary is told too, which one reading of the cap counts */
function priorText(claim: PriorClaim | undefined, officer: string, salary: boolean): string {
  if (!claim) return "none";
  if (officer === "") return `${dollarText(claim.vehicles)} of vehicles`;
  const line = claim.officers.get(officer);
  const paid = salary ? `${dollarText(line?.salary ?? 0)} of salary, ` : "";
  return `${paid}${dollarText(line?.overtime ?? 0)} of overtime and ${dollarText(line?.equipment ?? 0)} of equipment`;
}

/** What changed for the whole claim: its quarter, its readings, its policy. */
export function ruleChanges(filed: Basis, now: Basis): Change[] {
  const changes: Change[] = [];
  if (filed.quarter.id !== now.quarter.id)
    changes.push({
      text: () => `the quarter is now ${now.quarter.id}, it was ${filed.quarter.id}`,
      apply: (basis) => ({ ...basis, quarter: now.quarter }),
    });
  for (const id of Object.keys(now.readings) as ReadingId[])
    if (filed.readings[id] !== now.readings[id])
      changes.push({
        text: () => `the reading ${id} is now ${now.readings[id]}, it was ${filed.readings[id]}`,
        apply: (basis) => ({ ...basis, readings: { ...basis.readings, [id]: now.readings[id] } as Readings }),
      });
  if (filed.policyHash !== now.policyHash)
    changes.push({
      text: () => `the policy is now ${policyName(now)}, it was ${policyName(filed)}`,
      apply: (basis) => ({ ...basis, policy: now.policy, policyHash: now.policyHash }),
    });
  return changes;
}

function policyName({ policy, policyHash }: Basis): string {
  const known = policy.title === AS_STATED ? AS_STATED : `SHA-256 ${policyHash.slice(0, 12)}…`;
  return `${printable(policy.id)} (${known})`;
}
