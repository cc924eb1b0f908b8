import { quarterOfId } from "../engine/values/calendar.ts";
import type { Agency, Placement, PriorClaim } from "../engine/values/records.ts";
import { printable } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import type { Payroll, PayrollActuals } from "./payroll.ts";
import type { RatesRow } from "./rates.ts";
import type { RosterActuals, RosterAgency, RosterStore } from "./store.ts";
import type { Strangers } from "./strangers.ts";
import type { Table } from "./text/rows.ts";

/** What is joined to rosters. */
export interface Joined {
  readonly rates: readonly RatesRow[];
  readonly payroll: Payroll | undefined;
  readonly quarter: string;
  /** The agency of --agency: rows of others are then passed over in silence. */
  readonly only: string | null;
  /** The run's one agency, where these are not all its rosters. */
  readonly single: string | undefined;
}

/** Brings the agencies of the rosters, their placement rates and their payroll together; agencies in order of their ids. */
export function joinInputs(store: RosterStore, joined: Joined, problems: Problems, strangers: Strangers): Agency[] {
  const { agencies } = store;
  const { rates, payroll, quarter, only } = joined;
  const single = joined.single ?? (agencies.size === 1 ? [...agencies.keys()][0] : undefined);
  const placements = joinRates(agencies, rates, single, only, problems, strangers);
  const quarters = payroll
    ? joinPayroll(store, payroll, single, quarter, only, problems, strangers)
    : new Map<string, Set<string>>();
  return [...agencies.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((agency) => ({
      id: agency.id,
      name: agency.name,
      officers: { [Symbol.iterator]: () => store.officersOf(agency, quarter) },
      placements: placements.get(agency.id) ?? NO_PLACEMENTS,
      payrollQuarters: quarters.get(agency.id) ?? NO_QUARTERS,
      prior: NO_PRIOR,
    }));
}

const NO_PLACEMENTS: readonly Placement[] = [];
const NO_QUARTERS: ReadonlySet<string> = new Set();
const NO_PRIOR: readonly PriorClaim[] = [];

/** The agency of a row: as named, or the run's one agency where the row names none. */
export function agencyNamed(
  row: { agency: string | null },
  line: number,
  table: Table,
  single: string | undefined,
  problems: Problems,
): string | undefined {
  const agency = row.agency ?? single;
  if (agency === undefined)
    problems.error({
      code: "agency-not-named",
      where: table,
      line,
      message: "the row names no agency, and the roster has several",
      remedy: "add an agency_id column that says which agency each row is for",
    });
  return agency;
}

function joinRates(
  agencies: ReadonlyMap<string, RosterAgency>,
  rows: readonly RatesRow[],
  single: string | undefined,
  only: string | null,
  problems: Problems,
  strangers: Strangers,
): Map<string, Placement[]> {
  const placements = new Map<string, Placement[]>();
  for (const row of rows) {
    const { placement, table } = row;
    const id = agencyNamed(row, placement.line, table, single, problems);
    if (id === undefined) continue;
    if (!agencies.has(id)) {
      if (only === null) strangers.agencies.add(id);
      continue;
    }
    const known = placements.get(id) ?? [];
    placements.set(id, known);
    const same = known.find(({ quarter }) => quarter === placement.quarter);
    if (same)
      problems.error({
        code: "second-rate",
        where: table,
        line: placement.line,
        agency: id,
        message: `lines ${same.line} and ${placement.line} are both for ${printable(id)} and ${placement.quarter}`,
        remedy: "keep one row for each agency and quarter",
      });
    else known.push(placement);
  }
  return placements;
}

function joinPayroll(
  store: RosterStore,
  { table, actuals, flawed }: Payroll,
  single: string | undefined,
  quarter: string,
  only: string | null,
  problems: Problems,
  strangers: Strangers,
): Map<string, Set<string>> {
  const quarters = new Map<string, Set<string>>();
  for (const { agency: named, officer, line, trusted } of flawed) {
    const agency = store.agencies.get(named ?? single ?? "");
    const number = agency ? store.find(agency, officer) : -1;
    if (number >= 0)
      store.leaveOut(number, `${table.name}, line ${line}: ${problems.ofRows.get(table)?.get(line) ?? ""}`);
    else if (!trusted) problems.stop(named);
  }
  for (const paid of actuals) {
    const line = paid.payrollLines[0] ?? 0;
    const id = agencyNamed(paid, line, table, single, problems);
    if (id === undefined) continue;
    const agency = store.agencies.get(id);
    const officer = agency ? store.find(agency, paid.officer) : -1;
    if (!agency || officer < 0) {
      if (only === null || id === only) strangers.officers.add(paid.officer);
      continue;
    }
    const own = paid.quarter === quarter ? store.rosterActuals(officer, quarter) : undefined;
    const both = own ? fieldsInBoth(own, paid) : [];
    for (const field of both) reportBoth(agency, paid, field, table, problems);
    if (both.length > 0) store.leaveOut(officer, `${table.name}, line ${line}: its actuals are in the roster too`);
    const merged = own ? mergeActuals(own, paid) : onlyActuals(paid);
    agency.large.add(officer);
    store.setPayroll(
      officer,
      [...store.payrollOf(officer), merged].sort((a, b) => startOf(a) - startOf(b)),
    );
    const named = quarters.get(id) ?? new Set();
    quarters.set(id, named.add(paid.quarter));
  }
  return quarters;
}

const AMOUNTS = {
  salaryPaid: "salary_paid",
  benefitsPaid: "benefits_paid",
  overtimePaid: "overtime_paid",
  otherFunding: "other_funding",
} as const;

const FIELDS = Object.keys(AMOUNTS) as (keyof typeof AMOUNTS)[];

/** The actuals of the quarter that both the roster and payroll gave. */
const fieldsInBoth = (own: RosterActuals, paid: PayrollActuals) =>
  FIELDS.filter((field) => own[field] !== null && isKnown(paid, field));

/** Payroll's record of the quarter with what the roster itself gave. */
function mergeActuals(own: RosterActuals, paid: PayrollActuals): RosterActuals {
  const merged = onlyActuals(paid);
  for (const field of FIELDS) if (!isKnown(paid, field)) merged[field] ??= own[field];
  return merged;
}

const isKnown = (paid: PayrollActuals, field: keyof typeof AMOUNTS): boolean =>
  paid[field] !== null || (field === "overtimePaid" && paid.overtimeRows !== undefined);

function reportBoth(
  agency: RosterAgency,
  paid: PayrollActuals,
  field: keyof typeof AMOUNTS,
  table: Table,
  problems: Problems,
): void {
  problems.error({
    code: "actual-in-both-files",
    where: table,
    line: paid.payrollLines[0] ?? null,
    agency: agency.id,
    ofOfficer: true,
    message: `${AMOUNTS[field]} of officer ${printable(paid.officer)} for ${paid.quarter} is in ${agency.table.name} too`,
    remedy: "leave each quarter's actuals in one file",
  });
}

const startOf = ({ quarter }: RosterActuals): number => quarterOfId(quarter)?.start ?? 0;

const onlyActuals = (paid: PayrollActuals): RosterActuals => ({
  quarter: paid.quarter,
  salaryPaid: paid.salaryPaid,
  benefitsPaid: paid.benefitsPaid,
  overtimePaid: paid.overtimePaid,
  ...(paid.overtimeRows ? { overtimeRows: paid.overtimeRows } : {}),
  otherFunding: paid.otherFunding,
  payrollLines: paid.payrollLines,
});
