import { quarterOfId } from "../engine/calendar.ts";
import type { Agency, Placement } from "../engine/records.ts";
import type { Table } from "./csv.ts";
import type { Payroll, PayrollActuals } from "./payroll.ts";
import { printable } from "./printable.ts";
import type { Problems } from "./problems.ts";
import type { RatesRow } from "./rates.ts";
import type { RosterActuals, RosterAgency, RosterOfficer } from "./roster.ts";

/**
 * Brings the agencies of the rosters, their placement rates and their payroll together; agencies in order of their ids.
 * @param only the agency of --agency: rows of others are then passed over in silence
 */
export function joinInputs(
  agencies: ReadonlyMap<string, RosterAgency>,
  rates: readonly RatesRow[],
  payroll: Payroll | undefined,
  only: string | null,
  problems: Problems,
): Agency[] {
  const single = agencies.size === 1 ? [...agencies.keys()][0] : undefined;
  const placements = joinRates(agencies, rates, single, only, problems);
  const quarters = payroll ? joinPayroll(agencies, payroll, single, only, problems) : new Map<string, Set<string>>();
  return [...agencies.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name, officers }) => ({
      id,
      name,
      officers: [...officers.values()],
      placements: placements.get(id) ?? [],
      payrollQuarters: quarters.get(id) ?? new Set(),
      prior: [],
    }));
}

/** The agency of a row: as named, or the run's one agency where the row names none. */
function agencyNamed(
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
): Map<string, Placement[]> {
  const placements = new Map<string, Placement[]>();
  const strangers = new Set<string>();
  for (const row of rows) {
    const { placement, table } = row;
    const id = agencyNamed(row, placement.line, table, single, problems);
    if (id === undefined) continue;
    if (!agencies.has(id)) {
      if (only === null) strangers.add(id);
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
  const table = rows[0]?.table;
  if (strangers.size > 0 && table)
    problems.warning({
      code: "rates-of-unknown-agencies",
      where: table,
      message: `ignored the rates of ${countOf(strangers.size, "agency", "agencies")} not in the roster: ${few(strangers)}`,
    });
  return placements;
}

function joinPayroll(
  agencies: ReadonlyMap<string, RosterAgency>,
  { table, actuals }: Payroll,
  single: string | undefined,
  only: string | null,
  problems: Problems,
): Map<string, Set<string>> {
  const quarters = new Map<string, Set<string>>();
  const strangers = new Set<string>();
  for (const paid of actuals) {
    const line = paid.payrollLines[0] ?? 0;
    const id = agencyNamed(paid, line, table, single, problems);
    if (id === undefined) continue;
    const agency = agencies.get(id);
    const officer = agency?.officers.get(paid.officer);
    if (!agency || !officer) {
      if (only === null || id === only) strangers.add(paid.officer);
      continue;
    }
    addActuals(agency, officer, paid, table, problems);
    const named = quarters.get(id) ?? new Set();
    quarters.set(id, named.add(paid.quarter));
  }
  if (strangers.size > 0)
    problems.warning({
      code: "payroll-of-unknown-officers",
      where: table,
      message: `ignored the payroll of ${countOf(strangers.size, "officer", "officers")} not in the roster: ${few(strangers)}`,
      remedy: "check the spelling of the ids, zeros in front included",
    });
  return quarters;
}

const AMOUNTS = {
  salaryPaid: "salary_paid",
  benefitsPaid: "benefits_paid",
  overtimePaid: "overtime_paid",
  otherFunding: "other_funding",
} as const;

function addActuals(
  agency: RosterAgency,
  officer: RosterOfficer,
  paid: PayrollActuals,
  table: Table,
  problems: Problems,
): void {
  const index = officer.actuals.findIndex(({ quarter }) => quarter === paid.quarter);
  const known = officer.actuals[index];
  if (!known) {
    officer.actuals.push(onlyActuals(paid));
    if (officer.actuals.length > 1) officer.actuals.sort((a, b) => startOf(a) - startOf(b));
    return;
  }
  const merged = onlyActuals(paid);
  for (const field of Object.keys(AMOUNTS) as (keyof typeof AMOUNTS)[]) {
    if (known[field] !== null && isKnown(paid, field)) reportBoth(agency, officer, paid, field, table, problems);
    else merged[field] ??= known[field];
  }
  officer.actuals[index] = merged;
}

const isKnown = (paid: PayrollActuals, field: keyof typeof AMOUNTS): boolean =>
  paid[field] !== null || (field === "overtimePaid" && paid.overtimeRows !== undefined);

function reportBoth(
  agency: RosterAgency,
  officer: RosterOfficer,
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
    message: `${AMOUNTS[field]} of officer ${printable(officer.id)} for ${paid.quarter} is in ${agency.table.name} too`,
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

const countOf = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

function few(names: ReadonlySet<string>, most = 5): string {
  const shown = [...names].slice(0, most).map(printable).join(", ");
  return names.size > most ? `${shown} and ${names.size - most} more` : shown;
}
