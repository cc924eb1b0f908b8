import type { Table } from "../ingest/text/rows.ts";
import type { ProblemCode } from "./catalogue.ts";

export type Severity = "error" | "warning" | "notice";

/** Something to say about an input: where it is, what is wrong, and what would be right. */
export interface Problem {
  readonly severity: Severity;
  /** Stable; docs/errors.md lists them all. */
  readonly code: ProblemCode;
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
  /** Whether it is in the rows of one officer, and would go with them. */
  readonly ofOfficer?: boolean;
  /** The column that a table lacks. */
  readonly lacks?: string;
  /** Whether a claim showed it, not the inputs alone. */
  readonly fromClaim?: boolean;
}

type Said = Pick<Problem, "code" | "message"> & Partial<Omit<Problem, "severity" | "code" | "message">>;

/** Of one code in one file, so many problems are kept to be shown; the rest are counted. */
const KEPT_OF_A_KIND = 200;
/** Of messages that are kept for each row, so many are looked for among those before. */
const MESSAGES_KEPT = 10_000;

/** The problems of one code in one file. */
interface Kind {
  readonly first: Problem;
  count: number;
}

/** How many problems of each severity there are. */
export type Tally = Readonly<Record<Severity, number>>;

/** What is wrong with rows, by the line on which each begins. */
export type RowProblems = ReadonlyMap<Table, ReadonlyMap<number, string>>;

/** Collects what is found in every input of a run. */
export class Problems {
  /** In the order found; of many of a kind, the first ones. */
  readonly all: Problem[] = [];
  /** Whether messages must not repeat a text that may be a person's name. */
  readonly redact: boolean;
  /** Errors by the agency that they stop; null: all. */
  private readonly errors = new Map<string | null, number>();
  /** Of these, the errors in one officer's rows. */
  private readonly officerErrors = new Map<string | null, number>();
  private readonly tallies = new Map<string, Record<Severity, number>>();
  private readonly kinds = new Map<string, Map<string, Kind>>();
  private readonly rows: Map<Table, Map<number, string>> | undefined;
  private readonly messages = new Map<string, string>();

  /** @param ofRows whether what is wrong is kept for every row, to be written beside it */
  constructor(redact = false, ofRows = false) {
    this.redact = redact;
    this.rows = ofRows ? new Map() : undefined;
  }

  error(said: Said): void {
    this.add({ severity: "error", ...NOWHERE, ...said });
  }

  warning(said: Said): void {
    this.add({ severity: "warning", ...NOWHERE, ...said });
  }

  notice(said: Said): void {
    this.add({ severity: "notice", ...NOWHERE, ...said });
  }

  add(problem: Problem): void {
    const file = fileOf(problem) ?? "";
    const tally = this.tallies.get(file) ?? { error: 0, warning: 0, notice: 0 };
    tally[problem.severity] += 1;
    this.tallies.set(file, tally);
    const kinds = this.kinds.get(file) ?? new Map<string, Kind>();
    this.kinds.set(file, kinds);
    const kind = kinds.get(problem.code) ?? { first: problem, count: 0 };
    kinds.set(problem.code, kind);
    kind.count += 1;
    if (kind.count <= KEPT_OF_A_KIND) this.all.push(problem);
    if (problem.severity === "error") this.count(problem);
  }

  private count({ agency, ofOfficer, where, line, message }: Problem): void {
    this.stop(agency);
    if (ofOfficer) this.officerErrors.set(agency, (this.officerErrors.get(agency) ?? 0) + 1);
    if (line !== null && where !== null && typeof where !== "string") this.noteRow(where, line, message);
  }

  /** Notes what is wrong with a row, where that is kept. */
  noteRow(where: Table, line: number, message: string): void {
    if (!this.rows) return;
    const rows = this.rows.get(where) ?? new Map<number, string>();
    this.rows.set(where, rows);
    const before = rows.get(line);
    rows.set(line, this.once(before === undefined ? message : `${before}; ${message}`));
  }

  /** The same text for the same message, so that a million rows of one error hold it once. */
  private once(message: string): string {
    const known = this.messages.get(message);
    if (known !== undefined) return known;
    if (this.messages.size < MESSAGES_KEPT) this.messages.set(message, message);
    return message;
  }

  /** Makes errors count in other problems too. */
  copyErrors(to: Problems): void {
    for (const [agency, count] of this.errors) to.errors.set(agency, count);
    for (const [agency, count] of this.officerErrors) to.officerErrors.set(agency, count);
  }

  /** Stops the claim of an agency, or of all, for an error that was reported as another's. */
  stop(agency: string | null): void {
    this.errors.set(agency, (this.errors.get(agency) ?? 0) + 1);
  }

  get hasErrors(): boolean {
    return this.errors.size > 0;
  }

  /** How many problems there are of each file, by its name; those of no file are under the empty name. */
  get ofFiles(): ReadonlyMap<string, Tally> {
    return this.tallies;
  }

  /** The first problem of each kind of which not all were kept, and how many were not. */
  get beyond(): { readonly first: Problem; readonly count: number }[] {
    return [...this.kinds.values()]
      .flatMap((kinds) => [...kinds.values()])
      .filter(({ count }) => count > KEPT_OF_A_KIND)
      .map(({ first, count }) => ({ first, count: count - KEPT_OF_A_KIND }));
  }

  /** What is wrong with each row, where that is kept. */
  get ofRows(): RowProblems {
    return this.rows ?? new Map();
  }

  /** How many errors stop the claim of an agency. */
  errorsOf(agency: string): number {
    return (this.errors.get(agency) ?? 0) + (this.errors.get(null) ?? 0);
  }

  /** How many of them are not in one officer's rows, so that leaving out officers does not help. */
  errorsBeyondOfficers(agency: string): number {
    const ofOfficers = (this.officerErrors.get(agency) ?? 0) + (this.officerErrors.get(null) ?? 0);
    return this.errorsOf(agency) - ofOfficers;
  }
}

/**
 * The problems of some rosters of a run. Those of what stands beside all rosters count for them too, and are in `all`; they
 * are told once, so `own` holds only what these rosters added.
 */
export class PartProblems extends Problems {
  readonly own: Problems;

  constructor(shared: Problems, agencies: ReadonlySet<string>) {
    super(shared.redact);
    this.own = new Problems(shared.redact);
    this.all.push(...shared.all.filter(({ agency }) => agency === null || agencies.has(agency)));
    shared.copyErrors(this);
  }

  override add(problem: Problem): void {
    super.add(problem);
    this.own.add(problem);
  }
}

/** Takes problems that nobody asked for: a first look tells nothing. */
export class Unheard extends Problems {
  override add(): void {}
}

const NOWHERE = { remedy: null, where: null, line: null, column: null, agency: null } as const;

/** The name of the file that a problem is in, or null. */
export const fileOf = ({ where }: Pick<Problem, "where">): string | null =>
  where === null || typeof where === "string" ? where : where.name;
