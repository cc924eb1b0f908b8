import { type Day, lastEndedQuarter, type Quarter, quarterOfId } from "../engine/values/calendar.ts";
import type { Halves } from "../engine/values/money.ts";
import type { Agency } from "../engine/values/records.ts";
import type { Problems } from "../problems/problems.ts";
import { joinInputs } from "./join.ts";
import { type Payroll, readPayroll } from "./payroll.ts";
import { type RatesRow, readRates } from "./rates.ts";
import { readRoster } from "./roster.ts";
import { reportSameNames } from "./same-names.ts";
import { type RosterAgency, RosterStore } from "./store.ts";
import { Strangers } from "./strangers.ts";
import type { HeaderMap } from "./table/columns.ts";
import { openTable } from "./table/header.ts";
import type { Role, Table } from "./text/rows.ts";

/** A file of a run with its bytes. */
export interface InputFile {
  readonly role: Role;
  readonly name: string;
  readonly bytes: Buffer;
}

export interface InputOptions {
  readonly agency: string | null;
  readonly map: HeaderMap;
  /** The quarter asked for; undefined: told from the inputs. */
  readonly quarter: Quarter | undefined;
  readonly programmeStart: Day;
  readonly rounding: Halves["rounding"];
  /** The current day; read only where neither the options nor the inputs name a quarter. */
  readonly today: () => Day;
}

/** Everything that a run reads. */
export interface Inputs {
  readonly quarter: Quarter;
  /** Why this quarter, where it was not asked for. */
  readonly why: string | null;
  /** In order of their ids. */
  readonly agencies: readonly Agency[];
  readonly rosters: ReadonlyMap<string, RosterAgency>;
  readonly store: RosterStore;
  /** Rosters, rates, payroll, in the order given. */
  readonly tables: readonly Table[];
}

/** What stands beside the rosters of a run, and the quarter that it tells. */
export interface Beside {
  readonly quarter: Quarter;
  /** Why this quarter, where it was not asked for. */
  readonly why: string | null;
  readonly rates: readonly RatesRow[];
  readonly payroll: Payroll | undefined;
  readonly tables: readonly Table[];
}

/** Reads all files of a run in one pass, reporting every problem of every file. */
export function readInputs(files: readonly InputFile[], options: InputOptions, problems: Problems): Inputs {
  const tables = openTables(files, options, problems);
  const beside = readBeside(tables, options, problems);
  const strangers = new Strangers();
  const inputs = readRosters(tables, beside, options, problems, strangers);
  strangers.report(beside, problems);
  return inputs;
}

/** Opens files as tables; those that cannot be are reported. */
export function openTables(
  files: readonly InputFile[],
  { map }: Pick<InputOptions, "map">,
  problems: Problems,
): Table[] {
  return files.flatMap(({ role, name, bytes }) => openTable(role, name, bytes, map, problems) ?? []);
}

/** Reads rates and payroll, whatever the rosters hold. */
export function readBeside(tables: readonly Table[], options: InputOptions, problems: Problems): Beside {
  const of = (role: Role): Table[] => tables.filter((table) => table.role === role);
  const { map, programmeStart } = options;
  const rates = of("rates").flatMap((table) => readRates(table, map, programmeStart, problems));
  const [payroll] = of("payroll").map((table) => readPayroll(table, map, programmeStart, options, problems));
  return {
    ...chooseQuarter(options, rates, payroll),
    rates,
    payroll,
    tables: tables.filter(({ role }) => role !== "roster"),
  };
}

/**
 * Reads rosters and joins what stands beside them.
 * @param single the run's one agency, where these are not all its rosters
 */
export function readRosters(
  tables: readonly Table[],
  { quarter, why, rates, payroll, tables: others }: Beside,
  { map, agency }: InputOptions,
  problems: Problems,
  strangers: Strangers,
  single?: string,
): Inputs {
  const rosters = tables.filter(({ role }) => role === "roster");
  const store = new RosterStore();
  for (const table of rosters) readRoster(table, { agency, map }, store, problems);
  reportSameNames(store, problems);
  const agencies = joinInputs(
    store,
    { rates, payroll, quarter: quarter.id, only: agency, single },
    problems,
    strangers,
  );
  return { quarter, why, agencies, store, rosters: store.agencies, tables: [...rosters, ...others] };
}

/** The only quarter that the rates name, else the latest that payroll names, else the one most recently ended. */
function chooseQuarter(
  { quarter, today }: InputOptions,
  rates: readonly RatesRow[],
  payroll: Payroll | undefined,
): { quarter: Quarter; why: string | null } {
  if (quarter) return { quarter, why: null };
  const [only, ...others] = named(rates.map(({ placement }) => placement.quarter));
  if (only && others.length === 0) return { quarter: only, why: "the only quarter in the rates" };
  const latest = named(payroll?.actuals.map((actuals) => actuals.quarter) ?? []).at(-1);
  if (latest) return { quarter: latest, why: "the latest quarter in the payroll" };
  return { quarter: lastEndedQuarter(today()), why: "the quarter that ended last" };
}

function named(ids: readonly string[]): Quarter[] {
  return [...new Set(ids)].flatMap((id) => quarterOfId(id) ?? []).sort((a, b) => a.start - b.start);
}
