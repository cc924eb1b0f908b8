import { lastEndedQuarter, quarterOfId } from "../engine/rules/fiscal-quarter.ts";
import type { Day, Quarter } from "../engine/values/calendar.ts";
import type { Agency } from "../engine/values/records.ts";
import type { Problems } from "../problems/problems.ts";
import { readAgreements } from "./agreements.ts";
import { type HashOfDocument, readEvidence } from "./evidence.ts";
import { joinInputs } from "./join.ts";
import { type Payroll, readPayroll } from "./payroll.ts";
import { type RatesRow, readRates } from "./rates.ts";
import { readRoster } from "./roster.ts";
import { reportAgenciesAlike } from "./roster-checks.ts";
import { reportSameNames } from "./same-names.ts";
import { type RosterAgency, RosterStore } from "./store.ts";
import type { HeaderMap } from "./table/columns.ts";
import { openTable } from "./table/header.ts";
import type { Role, Table } from "./text/rows.ts";
import type { OpenedSheet } from "./workbooks.ts";

/** A file of a run with its bytes. */
export interface InputFile {
  readonly role: Role;
  readonly name: string;
  readonly bytes: Buffer;
  /** Of a workbook its sheet. */
  readonly sheet?: OpenedSheet | undefined;
}

export interface InputOptions {
  readonly agency: string | null;
  readonly map: HeaderMap;
  /** What every roster row has in a column that its roster lacks. */
  readonly set?: ReadonlyMap<string, string>;
  /** The quarter asked for; undefined: told from the inputs. */
  readonly quarter: Quarter | undefined;
  readonly programmeStart: Day;
  /** Whether the rosters' own actuals are of no quarter that payroll has, so that the two are not taken together. */
  readonly actualsApart?: boolean;
  /** Where the documents that evidence names are at hand. */
  readonly hashOfDocument?: HashOfDocument;
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
  readonly payroll?: Payroll | undefined;
  /** Rosters, rates, payroll, in the order given. */
  readonly tables: readonly Table[];
}

/**
 * Reads all files of a run in one pass, reporting every problem of every file.
 * @param aside takes what rates and payroll have for agencies and officers of no roster, which is about no claim
 */
export function readInputs(
  files: readonly InputFile[],
  options: InputOptions,
  problems: Problems,
  aside = problems,
): Inputs {
  const { agency, map, set = NOTHING_SET, programmeStart } = options;
  const tables = files.flatMap((file) => openTable(file, map, problems) ?? []);
  const of = (role: Role): Table[] => tables.filter((table) => table.role === role);
  const rosters = of("roster");
  const others = tables.filter(({ role }) => role !== "roster");
  const rates = of("rates").flatMap((table) => readRates(table, map, programmeStart, problems));
  const store = new RosterStore();
  for (const table of rosters) readRoster(table, { agency, map, set }, store, problems);
  for (const table of of("agreements")) readAgreements(table, map, store, problems);
  for (const table of of("evidence")) readEvidence(table, map, store, problems, options.hashOfDocument);
  reportSameNames(store, problems);
  reportAgenciesAlike(store, problems);
  const [payroll] = of("payroll").map((table) => readPayroll(table, options, store, problems));
  const chosen = chooseQuarter(options, rates, payroll);
  const quarter = options.actualsApart ? NO_QUARTER : chosen.quarter.id;
  const agencies = joinInputs(store, { rates, payroll, quarter, only: agency }, problems, aside);
  return { ...chosen, agencies, store, payroll, rosters: store.agencies, tables: [...rosters, ...others] };
}

const NOTHING_SET: ReadonlyMap<string, string> = new Map();

/** The quarter of a roster's actuals that are of none. */
const NO_QUARTER = "";

/** The only quarter that the rates name, else the latest that payroll names, else the one most recently ended. */
function chooseQuarter(
  { quarter, today }: InputOptions,
  rates: readonly RatesRow[],
  payroll: Payroll | undefined,
): { quarter: Quarter; why: string | null } {
  if (quarter) return { quarter, why: null };
  const [only, ...others] = named(rates.map(({ placement }) => placement.quarter));
  if (only && others.length === 0) return { quarter: only, why: "the only quarter in the rates" };
  const latest = named(payroll?.rows.quarters ?? []).at(-1);
  if (latest) return { quarter: latest, why: "the latest quarter in the payroll" };
  return { quarter: lastEndedQuarter(today()), why: "the quarter that ended last" };
}

function named(ids: readonly string[]): Quarter[] {
  return [...new Set(ids)].flatMap((id) => quarterOfId(id) ?? []).sort((a, b) => a.start - b.start);
}
