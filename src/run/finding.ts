import type { Money } from "../engine/values/money.ts";
import type { Officer, PriorClaim } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import { printable } from "../problems/printable.ts";
import type { Problem } from "../problems/problems.ts";

type Place = Pick<Problem, "severity" | "code" | "where" | "line" | "agency" | "amount">;

/** What a claim shows of its inputs. Its words are made when they are read: of a great many only the first are. */
export class Finding implements Problem {
  readonly severity: Problem["severity"];
  readonly code: Problem["code"];
  readonly where: Problem["where"];
  readonly line: number | null;
  readonly column = null;
  readonly agency: string | null;
  readonly amount?: Money;
  readonly remedy: string | null;
  readonly fromClaim = true;
  private readonly say: () => string;

  constructor({ severity, code, where, line, agency, amount }: Place, say: () => string, remedy: string | null = null) {
    this.severity = severity;
    this.code = code;
    this.where = where;
    this.line = line;
    this.agency = agency;
    if (amount !== undefined) this.amount = amount;
    this.remedy = remedy;
    this.say = say;
  }

  get message(): string {
    return this.say();
  }
}

/** Takes what a claim shows. */
export type Found = (finding: Finding) => void;

/** Whose officers the findings are about. */
export interface Whose {
  readonly agency: string;
  /** The roster. */
  readonly where: Problem["where"];
  readonly terms: Terms;
  readonly prior: readonly PriorClaim[];
  /** The terms of the year's earlier quarters that payroll alone tells of. */
  readonly fromPayroll: readonly Terms[];
}

/** A warning about an officer. @param says the message after the officer's id */
export const officerFinding = (
  { officer, ...place }: Omit<Place, "severity"> & { readonly officer: Officer },
  says: () => string,
  remedy: string | null = null,
): Finding =>
  new Finding({ severity: "warning", ...place }, () => `officer ${printable(officer.id)} ${says()}`, remedy);
