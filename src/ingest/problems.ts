import type { Table } from "./csv.ts";

export type Severity = "error" | "warning" | "notice";

/** Something to say about an input: where it is, what is wrong, and what would be right. */
export interface Problem {
  readonly severity: Severity;
  /** Stable; docs/errors.md lists them all. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string | null;
  /** The table of the file, or the name of a file that could not be read as one, or null for the run as a whole. */
  readonly where: Table | string | null;
  /** Physical line, from 1. */
  readonly line: number | null;
  /** Cell of the row, from 1. */
  readonly column: number | null;
  /** The agency whose claim an error stops; null: every agency of the run. */
  readonly agency: string | null;
  /** Whether a claim showed it, not the inputs alone. */
  readonly fromClaim?: boolean;
}

type Said = Pick<Problem, "code" | "message"> & Partial<Omit<Problem, "severity" | "code" | "message">>;

/** Collects what is found in every input of a run. */
export class Problems {
  readonly all: Problem[] = [];
  /** Errors by the agency that they stop; null: all. */
  private readonly errors = new Map<string | null, number>();
  /** Whether messages must not repeat a text that may be a person's name. */
  readonly redact: boolean;

  constructor(redact = false) {
    this.redact = redact;
  }

  error(said: Said): void {
    this.add("error", said);
  }

  warning(said: Said): void {
    this.add("warning", said);
  }

  notice(said: Said): void {
    this.add("notice", said);
  }

  private add(severity: Severity, said: Said): void {
    this.all.push({ severity, remedy: null, where: null, line: null, column: null, agency: null, ...said });
    if (severity !== "error") return;
    const agency = said.agency ?? null;
    this.errors.set(agency, (this.errors.get(agency) ?? 0) + 1);
  }

  get hasErrors(): boolean {
    return this.errors.size > 0;
  }

  /** How many errors stop the claim of an agency. */
  errorsOf(agency: string): number {
    return (this.errors.get(agency) ?? 0) + (this.errors.get(null) ?? 0);
  }
}

/** Why a cell is refused: what is wrong, said after the column and its text, and what would be right. */
export class Refusal {
  readonly code: string;
  readonly says: string;
  readonly remedy: string;

  constructor(code: string, says: string, remedy: string) {
    this.code = code;
    this.says = says;
    this.remedy = remedy;
  }
}
