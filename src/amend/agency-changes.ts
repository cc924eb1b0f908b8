import { AS_STATED } from "../document/records.ts";
import { placementRate } from "../engine/rules/placement-rate.ts";
import { decimalText } from "../engine/values/fraction.ts";
import type { ReadingId, Readings } from "../engine/values/ids.ts";
import { dollarText } from "../engine/values/money.ts";
import type { Placement, PriorClaim } from "../engine/values/records.ts";
import { policyHash } from "../policy/hash.ts";
import { printable } from "../problems/printable.ts";
import type { Change, State } from "./change-state.ts";
import { amountText, type Stated, type Teller } from "./teller.ts";

/** What changed for a whole agency: the placement rate, vehicle receipts, prior claims, and quarters that payroll knows. */
export function agencyChanges(filed: State, now: State, teller: Teller): Change[] {
  const changes: Change[] = [];
  const [then, today] = [filed, now].map(({ placements, quarter }) =>
    placements.find((one) => one.quarter === quarter.id),
  );
  if (rateText(then) !== rateText(today))
    changes.push({
      text: () => rateChanged(then, today, teller),
      apply: (state) => ({ ...state, placements: withPlacement(state.placements, today, RATE_FIELDS) }),
    });
  const cost = (placement: Placement | undefined): string => amountText(placement?.vehicleCost ?? null);
  if (cost(then) !== cost(today))
    changes.push({
      text: () =>
        teller.cell("vehicle_cost", "rates", ["vehicle_cost"], onLine(cost(then), then), onLine(cost(today), today)),
      apply: (state) => ({ ...state, placements: withPlacement(state.placements, today, ["vehicleCost"]) }),
    });
  return changes;
}

/** Each cell of the rate that is another one, and the rates that they give. */
function rateChanged(then: Placement | undefined, today: Placement | undefined, teller: Teller): string {
  const cells = RATE_FIELDS.filter((field) => shown(then, field) !== shown(today, field)).map((field) => {
    const column = RATE_COLUMNS[field];
    return teller.cell(column, "rates", [column], onLine(shown(then, field), then), onLine(shown(today, field), today));
  });
  return `the placement rate is now ${rateText(today)}, it was ${rateText(then)}: ${cells.join(" and ")}`;
}

const RATE_COLUMNS = {
  rate: "placement_rate",
  successful: "placements_successful",
  provided: "placements_provided",
} as const;

function shown(placement: Placement | undefined, field: (typeof RATE_FIELDS)[number]): string {
  const value = placement?.[field] ?? null;
  if (value === null) return "blank";
  return typeof value === "object" ? `${decimalText(value, 6)}%` : String(value);
}
const RATE_FIELDS = ["rate", "successful", "provided"] as const;

const onLine = (text: string, placement: Placement | undefined): Stated => ({
  text,
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
export function priorChanges(filed: State, now: State): Change[] {
  const quarters = [...new Set([...filed.prior, ...now.prior].map(({ quarter }) => quarter))].sort();
  const changes = quarters.flatMap((quarter): Change[] => {
    const [then, today] = [filed, now].map(({ prior }) => prior.find((claim) => claim.quarter === quarter));
    if (priorKey(then, now.officerId) === priorKey(today, now.officerId)) return [];
    return [
      {
        text: () =>
          `the prior claim of ${quarter}: ${priorText(then, now.officerId)} then, ${priorText(today, now.officerId)} now`,
        apply: (state) => ({
          ...state,
          prior: [...state.prior.filter((claim) => claim.quarter !== quarter), ...(today ? [today] : [])],
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
      apply: (state) => ({ ...state, payrollQuarters: now.payrollQuarters }),
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

function priorText(claim: PriorClaim | undefined, officer: string): string {
  if (!claim) return "none";
  if (officer === "") return `${dollarText(claim.vehicles)} of vehicles`;
  const line = claim.officers.get(officer);
  return `${dollarText(line?.overtime ?? 0)} of overtime and ${dollarText(line?.equipment ?? 0)} of equipment`;
}

/** What changed for the whole claim: its quarter, its readings, its policy. */
export function ruleChanges(filed: State, now: State): Change[] {
  const changes: Change[] = [];
  if (filed.quarter.id !== now.quarter.id)
    changes.push({
      text: () => `the quarter is now ${now.quarter.id}, it was ${filed.quarter.id}`,
      apply: (state) => ({ ...state, quarter: now.quarter }),
    });
  for (const id of Object.keys(now.readings) as ReadingId[])
    if (filed.readings[id] !== now.readings[id])
      changes.push({
        text: () => `the reading ${id} is now ${now.readings[id]}, it was ${filed.readings[id]}`,
        apply: (state) => ({ ...state, readings: { ...state.readings, [id]: now.readings[id] } as Readings }),
      });
  if (policyHash(filed.policy) !== policyHash(now.policy))
    changes.push({
      text: () => `the policy is now ${nameOf(now)}, it was ${nameOf(filed)}`,
      apply: (state) => ({ ...state, policy: now.policy }),
    });
  return changes;
}

function nameOf({ policy }: State): string {
  const known = policy.title === AS_STATED ? AS_STATED : `SHA-256 ${policyHash(policy).slice(0, 12)}…`;
  return `${printable(policy.id)} (${known})`;
}
