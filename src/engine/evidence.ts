import type { AgencyClaim } from "./agency.ts";
import type { OfficerClaim } from "./officer.ts";
import { lesser, type Money, minus, plus, ZERO } from "./values/money.ts";
import type { EvidenceFigure, EvidenceRow } from "./values/records.ts";

/** A line of a claim that a paper may stand behind; officer: null for what is the agency's. */
export interface BackedLine {
  readonly officer: OfficerClaim | null;
  readonly figure: EvidenceFigure;
  readonly amount: Money;
}

/** What papers stand behind of an agency's claim. Covered and uncovered are its total. */
export interface Backing {
  readonly covered: Money;
  readonly uncovered: Money;
  /** Each row of the quarter, with the dollars of the lines that it names: none, where it fits none. */
  readonly rows: readonly { readonly row: EvidenceRow; readonly amount: Money }[];
  readonly without: readonly BackedLine[];
}

/** Whether a row names a line: an officer's, or where it names no officer that of each and of the agency. */
export const names = (row: Pick<EvidenceRow, "officer" | "figure">, officer: string | null, figure: string): boolean =>
  (row.officer === null || row.officer === officer) && (row.figure === null || row.figure === figure);

/**
 * What papers stand behind, in dollars. Other funding comes off lines with a paper first, so that no dollar is called covered
 * that may not be. @param quarter the claim's @returns undefined where the run has no evidence
 */
export function backing({ agency, officers, totals }: AgencyClaim, quarter: string): Backing | undefined {
  if (!agency.evidence) return undefined;
  const own = agency.evidence.filter((row) => row.quarter === quarter);
  const rowsOf = rowsByOfficer(own);
  const amounts = new Map(own.map((row) => [row, ZERO]));
  const without: BackedLine[] = [];
  let covered = ZERO;
  const take = (line: BackedLine): Money => {
    const id = line.officer?.officer.id ?? null;
    const backs = rowsOf(id).filter((row) => names(row, id, line.figure));
    for (const row of backs) amounts.set(row, plus(amounts.get(row) ?? ZERO, line.amount));
    if (backs.length === 0) without.push(line);
    return backs.length === 0 ? ZERO : line.amount;
  };
  for (const officer of officers) {
    const sum = (figures: readonly (typeof OF_OFFICERS)[number][]): Money =>
      figures.reduce((all: Money, figure) => {
        const amount = officer[figure];
        return amount > 0 ? plus(all, take({ officer, figure, amount })) : all;
      }, ZERO);
    const pay = sum(PAY);
    covered = plus(plus(covered, sum(OTHERS)), minus(pay, lesser(pay, officer.otherFunding)));
  }
  if (totals.vehicles > 0)
    covered = plus(covered, take({ officer: null, figure: "vehicles", amount: totals.vehicles }));
  return {
    covered,
    uncovered: minus(totals.total, covered),
    rows: own.map((row) => ({ row, amount: amounts.get(row) ?? ZERO })),
    without,
  };
}

const PAY = ["salary", "benefits", "overtime"] as const;
const OTHERS = ["award", "equipment"] as const;
const OF_OFFICERS = [...PAY, ...OTHERS];

/** The rows that may name a line of an officer: the officer's own and those of everybody, in order. */
function rowsByOfficer(rows: readonly EvidenceRow[]): (id: string | null) => readonly EvidenceRow[] {
  const everybody = rows.filter(({ officer }) => officer === null);
  const own = new Map<string, EvidenceRow[]>();
  for (const row of rows)
    if (row.officer !== null) {
      const known = own.get(row.officer);
      if (known) known.push(row);
      else own.set(row.officer, [row]);
    }
  return (id) => [...((id !== null && own.get(id)) || []), ...everybody];
}
