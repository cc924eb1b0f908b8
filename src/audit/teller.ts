import { type Money, moneyText } from "../engine/money.ts";
import type { Role } from "../ingest/csv.ts";
import { printable } from "../ingest/printable.ts";
import { type CellPlaces, cellsText } from "./cell-places.ts";
import type { Side } from "./side.ts";

/** How what was and what is are told, with the places of their cells. */
export class Teller {
  private readonly agency: string;
  private readonly filed: Side;
  private readonly now: Side;

  constructor(agency: string, filed: Side, now: Side) {
    this.agency = agency;
    this.filed = filed;
    this.now = now;
  }

  /** `annual_salary "85000.37" (roster.csv:2:11) is now "87000.00" (roster.csv:2:11)` */
  cell(name: string, role: Role, columns: readonly string[], was: Stated, is: Stated): string {
    return `${name} ${this.told(this.filed, role, columns, was)} is now ${this.told(this.now, role, columns, is)}`;
  }

  private told({ cells }: Side, role: Role, columns: readonly string[], { lines, text }: Stated): string {
    const found = cells ? this.found(cells, role, columns, lines) : "";
    if (found !== "") return found;
    if (text === "blank") return text;
    return cells
      ? text
      : `${text} (as the claim states it${lines[0] ? `, line ${lines[0]}` : ""}; its input is not there)`;
  }

  private found(cells: CellPlaces, role: Role, columns: readonly string[], lines: readonly number[]): string {
    return cellsText(cells.cells(role, this.agency, lines, columns));
  }

  /** `roster.csv:5` */
  row(side: "filed" | "now", line: number): string {
    const { cells } = side === "filed" ? this.filed : this.now;
    const name = cells?.table("roster", this.agency)?.name ?? "the roster";
    return `${printable(name)}:${line}`;
  }
}

/** A value as a document states it, and the lines that its cell may be on. */
export interface Stated {
  readonly text: string;
  readonly lines: readonly number[];
}

/** An amount as it is told. */
export const amountText = (amount: Money | null): string => (amount === null ? "blank" : moneyText(amount));
