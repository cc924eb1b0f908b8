import { type Money, plus, ZERO } from "../engine/values/money.ts";
import type { ProblemCode } from "./catalogue.ts";

export type Severity = "error" | "warning" | "notice";

/** A text with rows, in which a problem has its place. */
export interface TextWithRows {
  readonly name: string;
  readonly text: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Whether the header row names columns that are known, so that it is one. */
  readonly headed: boolean;
}

/** Something to say about an input: where it is, what is wrong, and what would be right. */
export interface Problem {
  readonly severity: Severity;
  /** Stable; docs/errors.md lists them all. */
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string | null;
  /** The text of the file, or the name of a file that could not be read as one, or null for the run as a whole. */
  readonly where: TextWithRows | string | null;
  /** Physical line, from 1. */
  readonly line: number | null;
  /** Cell of the row, from 1. */
  readonly column: number | null;
  /** The agency whose claim an error stops; null: every agency of the run. */
  readonly agency: string | null;
  /** Whether it is in the rows of one officer, and would go with them. */
  readonly ofOfficer?: boolean;
  /** The columns that a table lacks. */
  readonly lacks?: readonly string[];
  /** The dollars that it is about, in cents. */
  readonly amount?: Money;
  /** Whether a claim showed it, not the inputs alone. */
  readonly fromClaim?: boolean;
}

type Said = Pick<Problem, "code" | "message"> & Partial<Omit<Problem, "severity" | "code" | "message">>;

/** Of one code in one file, so many problems are kept to be shown; of the rest only the number and the dollars are. */
const KEPT_OF_A_KIND = 50;
/** Of messages that are kept for each row, so many are looked for among those before. */
const MESSAGES_KEPT = 10_000;

/** The problems of one code in one file. */
interface Kind {
  readonly first: Problem;
  count: number;
  /** The dollars of those that are not kept, in cents. */
  amount: Money;
}

/** How many problems of each severity there are. */
export type Tally = Readonly<Record<Severity, number>>;

/** What is wrong with rows, by the line on which each begins. */
export type RowProblems = ReadonlyMap<TextWithRows, ReadonlyMap<number, string>>;

/** Collects what is found in every input of a run. */
export class Problems {
  /** In the order found; of many of a kind, the first ones. */
  readonly all: Problem[] = [];
  /** Whether messages must not repeat a text that may be a person's name. */
  readonly redact: boolean;
  /** Errors by the agency that they stop, and by file those of which the agency cannot be told. */
  private readonly named = new Map<string, Errors>();
  private readonly unnamed = new Map<string, Errors>();
  /** Those kept, by the agency that they concern, each with its number among all. */
  private readonly kept = new Map<string | null, (readonly [number: number, problem: Problem])[]>();
  private readonly tallies = new Map<string, Record<Severity, number>>();
  private readonly kinds = new Map<string, Map<string, Kind>>();
  /** Those of which not all are kept. */
  private readonly large: Kind[] = [];
  private readonly rows: Map<TextWithRows, Map<number, string>> | undefined;
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
    const kind = kinds.get(problem.code) ?? { first: problem, count: 0, amount: ZERO };
    kinds.set(problem.code, kind);
    kind.count += 1;
    if (kind.count <= KEPT_OF_A_KIND) this.keep(problem);
    else if (kind.count === KEPT_OF_A_KIND + 1) this.large.push(kind);
    if (kind.count > KEPT_OF_A_KIND && problem.amount !== undefined) kind.amount = plus(kind.amount, problem.amount);
    if (problem.severity === "error") this.count(problem);
  }

  private keep(problem: Problem): void {
    const own = this.kept.get(problem.agency) ?? [];
    this.kept.set(problem.agency, own);
    own.push([this.all.push(problem), problem]);
  }

  /** The problems that concern some agencies, or all of them, in the order found. */
  concerning(agencies: Iterable<string>): Problem[] {
    return [null, ...agencies]
      .flatMap((agency) => this.kept.get(agency) ?? [])
      .sort(([a], [b]) => a - b)
      .map(([, problem]) => problem);
  }

  private count(problem: Problem): void {
    const { agency, ofOfficer, where, line, message } = problem;
    const errors = agency === null ? errorsIn(this.unnamed, fileOf(problem) ?? "") : errorsIn(this.named, agency);
    errors.first ??= problem;
    errors.count += 1;
    if (ofOfficer) errors.ofOfficers += 1;
    if (line !== null && where !== null && typeof where !== "string") this.noteRow(where, line, message);
  }

  /** Notes what is wrong with a row, where that is kept. */
  noteRow(where: TextWithRows, line: number, message: string): void {
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

  /** Stops the claim of an agency, or of all, for an error that was reported as another's. */
  stop(agency: string | null): void {
    const errors = agency === null ? errorsIn(this.unnamed, "") : errorsIn(this.named, agency);
    errors.count += 1;
  }

  get hasErrors(): boolean {
    return this.named.size + this.unnamed.size > 0;
  }

  /** How many problems there are of each file, by its name; those of no file are under the empty name. */
  get ofFiles(): ReadonlyMap<string, Tally> {
    return this.tallies;
  }

  /** The first problem of each kind of which not all were kept, how many were not, and the dollars that those are about. */
  get beyond(): { readonly first: Problem; readonly count: number; readonly amount: Money }[] {
    return this.large.map(({ first, count, amount }) => ({ first, count: count - KEPT_OF_A_KIND, amount }));
  }

  /** The same without those of some codes, to be shown. */
  without(codes: ReadonlySet<string>): Problems {
    const rest = new Problems(this.redact);
    for (const problem of this.all) if (!codes.has(problem.code)) rest.add(problem);
    for (const { first, count, amount } of this.large) {
      const file = fileOf(first) ?? "";
      const [kind, tally] = [rest.kinds.get(file)?.get(first.code), rest.tallies.get(file)];
      if (!kind || !tally) continue;
      Object.assign(kind, { count, amount });
      rest.large.push(kind);
      tally[first.severity] += count - KEPT_OF_A_KIND;
    }
    return rest;
  }

  /** What is wrong with each row, where that is kept. */
  get ofRows(): RowProblems {
    return this.rows ?? new Map();
  }

  /** How many errors stop the claim of an agency. */
  errorsOf(agency: string): number {
    return this.stopping()(agency).count;
  }

  /**
   * Tells the errors that stop the claim of an agency. One of which the agency cannot be told stops all, but where each roster
   * is taken for itself: then only the agencies of its file. @param rosters those files @returns of an agency and its roster
   */
  stopping(rosters: ReadonlySet<string> = NO_FILES): (agency: string, roster?: string) => Readonly<Errors> {
    const all = { count: 0, ofOfficers: 0 } as Errors;
    for (const [file, errors] of this.unnamed) if (!rosters.has(file)) addErrors(all, errors);
    return (agency, roster = "") => {
      const sum = { ...all };
      const own = rosters.has(roster) ? this.unnamed.get(roster) : undefined;
      for (const errors of [own, this.named.get(agency)]) if (errors) addErrors(sum, errors);
      return sum;
    };
  }
}

/** Errors that stop a claim: how many, how many of them in the rows of one officer, who could be left out, and the first. */
export interface Errors {
  count: number;
  ofOfficers: number;
  first: Problem | undefined;
}

function errorsIn(errors: Map<string, Errors>, key: string): Errors {
  const known = errors.get(key) ?? { count: 0, ofOfficers: 0, first: undefined };
  errors.set(key, known);
  return known;
}

function addErrors(sum: Errors, { count, ofOfficers, first }: Errors): void {
  sum.count += count;
  sum.ofOfficers += ofOfficers;
  sum.first ??= first;
}

const NO_FILES: ReadonlySet<string> = new Set();

const NOWHERE = { remedy: null, where: null, line: null, column: null, agency: null } as const;

/** The name of the file that a problem is in, or null. */
export const fileOf = ({ where }: Pick<Problem, "where">): string | null =>
  where === null || typeof where === "string" ? where : where.name;
