import type { Quarter } from "../engine/values/calendar.ts";
import { Refusal } from "../problems/refusal.ts";
import { parseQuarter } from "./cells/quarter.ts";
import { identifier, idText, LONG, trimmed } from "./cells/words.ts";
import type { RosterStore } from "./store.ts";
import type { PayrollColumn, Places } from "./table/columns.ts";
import { surplusCell } from "./table/row-reader.ts";
import type { Row, Table } from "./text/rows.ts";

/** Whose a row of payroll is, where it is of somebody in the rosters or may be. */
export interface RowOwner {
  /** The number of the officer; undefined: anybody's of the agency. */
  readonly officer: number | undefined;
  /** null: of any agency. */
  readonly agency: string | null;
  /** Whether all that is wrong is that it names no agency, of which there are several. */
  readonly unnamed?: true;
}

/** Somebody who is in no roster. */
interface Stranger {
  readonly stranger: string;
}

type PayrollPlaces = Places<PayrollColumn>;

/** Tells whose rows of payroll are. */
export class RowOwners {
  private readonly table: Table;
  private readonly at: PayrollPlaces;
  private readonly only: string | null;
  private readonly store: RosterStore;
  /** The run's one agency. */
  private readonly single: string | null;

  constructor(table: Table, at: PayrollPlaces, { agency }: { readonly agency: string | null }, store: RosterStore) {
    this.table = table;
    this.at = at;
    this.only = agency;
    this.store = store;
    const [first, ...others] = store.agencies.keys();
    this.single = first !== undefined && others.length === 0 ? first : null;
  }

  /** @returns undefined for a row of an agency that was not asked for */
  of(row: Row): RowOwner | Stranger | undefined {
    const named = idText(row.cells[this.at.agency_id.index] ?? "");
    const id = idText(row.cells[this.at.officer_id.index] ?? "");
    const sure = isSure(row, this.at, this.table);
    const { agencies } = this.store;
    // A row whose cells may have been shifted, or with an agency id that is none, may be of any agency.
    const agency = (sure && isId(named)) || agencies.has(named) ? named : this.single;
    const other = agency !== null && !agencies.has(agency);
    if (other) return this.only === null ? strangerOf(id) : undefined;
    if (!sure || !isId(id) || !(named === "" || isId(named))) return { officer: undefined, agency };
    return this.officerOf(id, agency);
  }

  private officerOf(id: string, agency: string | null): RowOwner | Stranger {
    const { agencies } = this.store;
    if (agencies.size === 0) return { officer: undefined, agency };
    if (agency === null) {
      const known = [...agencies.values()].some((one) => this.store.find(one, id) >= 0);
      return known ? { officer: undefined, agency, unnamed: true } : strangerOf(id);
    }
    const roster = agencies.get(agency);
    const officer = roster ? this.store.find(roster, id) : -1;
    return officer < 0 ? strangerOf(id) : { officer, agency };
  }
}

const strangerOf = (id: string): Stranger => ({ stranger: id === "" ? "one without an id" : id.slice(0, LONG) });

const isId = (text: string): boolean => text !== "" && !(identifier(text) instanceof Refusal);

/**
 * Whether the cells that say whose a row is are what they seem: no quote is misplaced before them, and in a row of too many
 * cells the quarter, further on, stands where it should.
 */
function isSure(row: Row, at: PayrollPlaces, table: Table): boolean {
  const last = Math.max(at.officer_id.index, at.agency_id.index);
  if (row.broken) return row.broken.column > last + 1;
  return surplusCell(row, table) < 0 || (at.quarter.index > last && quarterIn(row, at) !== undefined);
}

/** The quarter of a row, where it can be read. */
export function quarterIn({ cells }: Row, at: PayrollPlaces): Quarter | undefined {
  const text = trimmed(cells[at.quarter.index] ?? "");
  if (text === "" || text.length > LONG) return undefined;
  const quarter = parseQuarter(text);
  return quarter instanceof Refusal ? undefined : quarter;
}
