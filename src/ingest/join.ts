import type { Actuals, Agency, Placement, PriorClaim } from "../engine/values/records.ts";
import { printable } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { counted, few } from "../problems/words.ts";
import type { Payroll } from "./payroll.ts";
import type { PayrollRows } from "./payroll-rows.ts";
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
  /** Whom rates and payroll name and no roster has. */
  private readonly strangers = { agencies: new Set<string>(), officers: new Set<string>() };

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
        if (this.joined.only === null) this.strangers.agencies.add(id);
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
    const { payroll, only } = this.joined;
    if (!payroll) return quarters;
    const { rows, table } = payroll;
    this.leaveOutFlawed(payroll);
    rows.officers.forEach(({ agency: named, id }, paid) => {
      const agencyId = named ?? this.agencyOfAll(rows, paid, table);
      if (agencyId === undefined) return;
      const agency = this.store.agencies.get(agencyId);
      const officer = agency ? this.store.find(agency, id) : -1;
      if (!agency || officer < 0) {
        if (only === null || agencyId === only) this.strangers.officers.add(id);
        return;
      }
      this.checkBoth(agency, officer, payroll, paid);
      const known = quarters.get(agencyId) ?? new Set();
      quarters.set(agencyId, known);
      for (const row of rows.rowsOf(paid)) known.add(rows.quarterOf(row));
      this.store.setPayroll(officer, rows, paid);
    });
    return quarters;
  }

  private leaveOutFlawed({ table, flawed }: Payroll): void {
    for (const { agency: named, officer: id, line, trusted } of flawed) {
      const agency = this.store.agencies.get(named ?? this.single ?? "");
      const officer = agency ? this.store.find(agency, id) : -1;
      if (officer >= 0) {
        const because = this.problems.ofRows.get(table)?.get(line) ?? "";
        this.store.leftOut.add(officer, `${table.name}, line ${line}: ${because}`);
      } else if (!trusted) this.problems.stop(named);
    }
  }

  /** The run's one agency, for rows that name none; an error for each quarter where it has several. */
  private agencyOfAll(rows: PayrollRows, paid: number, table: Table): string | undefined {
    if (this.single === undefined)
      for (const { payrollLines } of rows.actualsOf(paid)) this.agencyNamed(null, payrollLines[0] ?? 0, table);
    return this.single;
  }

  /** Refuses actuals of the quarter that both the roster and payroll gave. */
  private checkBoth(agency: RosterAgency, officer: number, { rows, table }: Payroll, paid: number): void {
    const own = this.store.rosterActuals(officer, this.joined.quarter);
    const inPayroll = own && rows.actualsOf(paid).find(({ quarter }) => quarter === this.joined.quarter);
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

  /** Warns of whom rates and payroll name and no roster has. */
  sayStrangers(problems: Problems): void {
    const { agencies, officers } = this.strangers;
    const { rates, payroll } = this.joined;
    const named = (ids: ReadonlySet<string>): string => few([...ids].map(printable));
    if (agencies.size > 0)
      problems.warning({
        code: "rates-of-unknown-agencies",
        where: rates[0]?.table ?? null,
        message: `ignored the rates of ${counted(agencies.size, "agency", "agencies")} not in the roster: ${named(agencies)}`,
      });
    if (officers.size > 0 && payroll)
      problems.warning({
        code: "payroll-of-unknown-officers",
        where: payroll.table,
        message: `ignored the payroll of ${counted(officers.size, "officer")} not in the roster: ${named(officers)}`,
        remedy: "check the spelling of the ids, zeros in front included",
      });
  }
}

const ACTUALS = OFFICER_AMOUNTS.filter((column) => column.amount === "actual");

const isKnown = (paid: Actuals, field: (typeof ACTUALS)[number]["field"]): boolean =>
  paid[field] !== null || (field === "overtimePaid" && paid.overtimeRows !== undefined);
