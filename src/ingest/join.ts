import type { Actuals, Agency, Placement, PriorClaim } from "../engine/values/records.ts";
import { printable } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { counted, few } from "../problems/words.ts";
import type { Payroll } from "./payroll.ts";
import type { RatesRow } from "./rates.ts";
import type { RosterAgency, RosterStore } from "./store.ts";
import { OFFICER_AMOUNTS } from "./table/columns.ts";
import type { Table } from "./text/rows.ts";

/** What is joined to rosters. */
export interface Joined {
  readonly rates: readonly RatesRow[];
  readonly payroll: Payroll | undefined;
  readonly quarter: string;
  /** The agency of --agency: rows of others are then passed over in silence. */
  readonly only: string | null;
}

/** Brings the agencies of the rosters, their placement rates and their payroll together; agencies in order of their ids. @param aside takes whom no roster has */
export function joinInputs(store: RosterStore, joined: Joined, problems: Problems, aside: Problems): Agency[] {
  const join = new Join(store, joined, problems);
  const placements = join.rates();
  const quarters = join.payroll();
  join.sayStrangers(aside);
  return [...store.agencies.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((agency) => ({
      id: agency.id,
      name: agency.name,
      officers: { [Symbol.iterator]: () => store.officersOf(agency, joined.quarter) },
      placements: placements.get(agency.id) ?? NO_PLACEMENTS,
      payrollQuarters: quarters.get(agency.id) ?? NO_QUARTERS,
      prior: NO_PRIOR,
      ...(agency.agreements && { agreements: agency.agreements }),
      ...(agency.evidence && { evidence: agency.evidence }),
    }));
}

const NO_PLACEMENTS: readonly Placement[] = [];
const NO_QUARTERS: ReadonlySet<string> = new Set();
const NO_PRIOR: readonly PriorClaim[] = [];

class Join {
  private readonly store: RosterStore;
  private readonly joined: Joined;
  private readonly problems: Problems;
  /** The run's one agency. */
  private readonly single: string | undefined;
  /** Agencies that rates name and no roster has. */
  private readonly strangers = new Set<string>();

  constructor(store: RosterStore, joined: Joined, problems: Problems) {
    this.store = store;
    this.joined = joined;
    this.problems = problems;
    this.single = store.agencies.size === 1 ? [...store.agencies.keys()][0] : undefined;
  }

  rates(): Map<string, Placement[]> {
    const placements = new Map<string, Placement[]>();
    for (const { agency, placement, table } of this.joined.rates) {
      const id = this.agencyNamed(agency, placement.line, table);
      if (id === undefined) continue;
      if (!this.store.agencies.has(id)) {
        if (this.joined.only === null) this.strangers.add(id);
        continue;
      }
      const known = placements.get(id) ?? [];
      placements.set(id, known);
      const same = known.find(({ quarter }) => quarter === placement.quarter);
      if (same) this.reportSecondRate(id, same, placement, table);
      else known.push(placement);
    }
    return placements;
  }

  /** @returns the quarters of each agency for which payroll names one of its officers */
  payroll(): Map<string, Set<string>> {
    const quarters = new Map<string, Set<string>>();
    const { payroll } = this.joined;
    if (!payroll) return quarters;
    const { rows } = payroll;
    for (const officer of rows.officers) {
      const agency = this.store.agencyOf(officer);
      if (!agency) continue;
      this.checkBoth(agency, officer, payroll);
      const known = quarters.get(agency.id) ?? new Set();
      quarters.set(agency.id, known);
      for (const row of rows.rowsOf(officer)) known.add(rows.quarterOf(row));
    }
    this.store.payroll = rows;
    return quarters;
  }

  /** Refuses actuals of the quarter that both the roster and payroll gave. */
  private checkBoth(agency: RosterAgency, officer: number, { rows, table }: Payroll): void {
    const own = this.store.rosterActuals(officer, this.joined.quarter);
    const inPayroll = own && rows.actualsOf(officer).find(({ quarter }) => quarter === this.joined.quarter);
    if (!own || !inPayroll) return;
    const line = inPayroll.payrollLines[0] ?? 0;
    const both = ACTUALS.filter(({ field }) => own[field] !== null && isKnown(inPayroll, field));
    for (const { name } of both)
      this.problems.error({
        code: "actual-in-both-files",
        where: table,
        line,
        agency: agency.id,
        ofOfficer: true,
        message: `${name} of officer ${printable(this.store.idOf(officer))} for ${inPayroll.quarter} is in ${agency.table.name} too`,
        remedy: "leave each quarter's actuals in one file",
      });
    if (both.length > 0)
      this.store.leftOut.add(officer, `${table.name}, line ${line}: its actuals are in the roster too`);
  }

  /** The agency of a row: as named, or the run's one agency where the row names none. */
  private agencyNamed(named: string | null, line: number, table: Table): string | undefined {
    const agency = named ?? this.single;
    if (agency === undefined)
      this.problems.error({
        code: "agency-not-named",
        where: table,
        line,
        message: "the row names no agency, and the roster has several",
        remedy: "add an agency_id column that says which agency each row is for",
      });
    return agency;
  }

  private reportSecondRate(agency: string, first: Placement, second: Placement, table: Table): void {
    this.problems.error({
      code: "second-rate",
      where: table,
      line: second.line,
      agency,
      message: `lines ${first.line} and ${second.line} are both for ${printable(agency)} and ${second.quarter}`,
      remedy: "keep one row for each agency and quarter",
    });
  }

  /** Warns of what rates and payroll have for whom no roster has. */
  sayStrangers(problems: Problems): void {
    const { rates, payroll } = this.joined;
    if (this.strangers.size > 0)
      problems.warning({
        code: "rates-of-unknown-agencies",
        where: rates[0]?.table ?? null,
        message: `ignored the rates of ${counted(this.strangers.size, "agency", "agencies")} not in the roster: ${named(this.strangers)}`,
      });
    if (payroll) sayIgnored(payroll, problems);
  }
}

/** Warns, once, of the rows of payroll that are about nothing that is claimed. */
function sayIgnored({ table, ignored: { officers, early } }: Payroll, problems: Problems): void {
  const rows = `${counted(early, "row")} of quarters before the programme`;
  if (officers.size > 0)
    problems.warning({
      code: "payroll-of-unknown-officers",
      where: table,
      message: `ignored the payroll of ${counted(officers.size, "officer")} not in the roster: ${named(officers)}${early > 0 ? `; and ${rows}` : ""}`,
      remedy: "check the spelling of the ids, zeros in front included",
    });
  else if (early > 0) problems.warning({ code: "payroll-before-programme", where: table, message: `ignored ${rows}` });
}

const named = (ids: ReadonlySet<string>): string => few([...ids].map(printable));

const ACTUALS = OFFICER_AMOUNTS.filter((column) => column.amount === "actual");

const isKnown = (paid: Actuals, field: (typeof ACTUALS)[number]["field"]): boolean =>
  paid[field] !== null ||
  (field === "overtimePaid" && paid.overtimeRows !== undefined) ||
  (field === "salaryPaid" && paid.salaryRows !== undefined);
