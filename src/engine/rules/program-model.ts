import type { ProgramModel } from "../values/ids.ts";
import type { Officer, Span } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { type EligibleDays, eligibleRows } from "./eligible.ts";

/** Rule program-model (VOZ-2025): the model belongs to the row, and only days as a task force officer count for an award. */
export const taskForce = (rows: readonly EligibleDays[]): readonly EligibleDays[] =>
  rows.every(isTaskForce) ? rows : rows.filter(isTaskForce);

export const isTaskForce = ({ span }: { readonly span: Pick<Span, "model"> }): boolean => span.model === "TFM";

/** The model of an officer's claim: that of the last row with an eligible day, else of the last row. */
export const modelOf = ({ spans }: Officer, rows: readonly EligibleDays[]): ProgramModel =>
  (rows.at(-1)?.span ?? spans.at(-1))?.model ?? "TFM";

/** Whether an officer has been an eligible task force officer on any day from the programme's start to the quarter's end. */
export const isTaskForceOfficer = (officer: Officer, terms: Terms): boolean =>
  eligibleRows(officer, terms.programmeStart, terms.quarter.end, terms).some(isTaskForce);
