import { type Day, dayText } from "../engine/values/calendar.ts";
import type { Span } from "../engine/values/records.ts";
import { printable, quoted } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { looksOf } from "./cells/words.ts";
import type { RosterAgency, RosterStore } from "./store.ts";
import type { Place } from "./table/columns.ts";

/** What was read of one roster. */
export interface ReadRoster {
  readonly agencies: readonly RosterAgency[];
  /** Officers with more than one row. */
  readonly several: readonly number[];
  /** officer_id. */
  readonly at: Place;
}

/** Reports what only all rows of a roster together show: rows that overlap, and ids that lost their zeros. */
export function checkRoster(store: RosterStore, { agencies, several, at }: ReadRoster, problems: Problems): void {
  for (const officer of several) reportOverlaps(store, officer, at, problems);
  for (const agency of agencies) {
    reportPadding(store, agency, at, problems);
    reportAlike(store, agency, at, problems);
  }
}

function reportOverlaps(store: RosterStore, officer: number, at: Place, problems: Problems): void {
  const agency = store.agencyOf(officer);
  if (!agency) return;
  const spans = store.spansOf(officer).sort((a, b) => startOf(a) - startOf(b) || a.line - b.line);
  let longest = spans[0];
  for (const span of spans.slice(1)) {
    if (longest && overlaps(longest, span)) {
      reportOverlap(agency, store.idOf(officer), longest, span, at, problems);
      store.leftOut.add(officer);
    }
    if (!longest || endOf(span) > endOf(longest)) longest = span;
  }
}

const startOf = (span: Span): Day => span.start ?? -Infinity;
const endOf = (span: Span): Day => span.end ?? Infinity;
const overlaps = (first: Span, second: Span): boolean => endOf(first) >= startOf(second);

function reportOverlap(
  agency: RosterAgency,
  officer: string,
  first: Span,
  second: Span,
  at: Place,
  problems: Problems,
): void {
  const [earlier, later] = first.line < second.line ? [first, second] : [second, first];
  const from = second.start ?? first.start;
  const to = Math.min(endOf(first), endOf(second));
  const days = `${from === null ? "the beginning" : dayText(from)} to ${to === Infinity ? "an open end" : dayText(to)}`;
  problems.error({
    code: "overlapping-rows",
    where: agency.table,
    line: later.line,
    column: at.index + 1,
    agency: agency.id,
    ofOfficer: true,
    message: `the rows of officer ${printable(officer)} on lines ${earlier.line} and ${later.line} overlap: ${days}`,
    remedy: "give the earlier row an end_date before the later row's start_date, or delete the row that is double",
  });
}

/** Excel drops the zeros in front of an id: then some ids of an agency have them, and others are shorter. */
function reportPadding(store: RosterStore, agency: RosterAgency, at: Place, problems: Problems): void {
  const { padded, shortest } = agency.officers;
  if (padded === undefined || shortest === undefined || shortest.length >= padded.length) return;
  const lineOf = (id: string): number => store.idLineOf(store.find(agency, id));
  problems.warning({
    code: "mixed-zero-padding",
    where: agency.table,
    line: lineOf(shortest),
    column: at.index + 1,
    agency: agency.id,
    message: `officer_id ${quoted(shortest)} is shorter than ${quoted(padded)} on line ${lineOf(padded)}, which has zeros in front`,
    remedy:
      "Excel drops zeros in front of numbers: export ids as text, or format the column as text before typing them",
  });
}

/** Two ids that differ in no more than the form of their letters may be one person's. */
function reportAlike(store: RosterStore, agency: RosterAgency, at: Place, problems: Problems): void {
  if (!agency.officers.lettered) return;
  const first = new Map<string, number>();
  for (const [id, officer] of agency.officers) {
    const looks = looksOf(id);
    const other = first.get(looks);
    if (other === undefined) first.set(looks, officer);
    else
      problems.warning({
        code: "ids-alike",
        where: agency.table,
        line: store.idLineOf(officer),
        column: at.index + 1,
        agency: agency.id,
        message: `officer_id ${quoted(id)} and ${quoted(store.idOf(other))} on line ${store.idLineOf(other)} differ in the form of their letters alone`,
        remedy: "if they are one person, write one id: two ids have two caps",
      });
  }
}

/** Likewise two ids of agencies. */
export function reportAgenciesAlike({ agencies }: RosterStore, problems: Problems): void {
  const first = new Map<string, RosterAgency>();
  for (const agency of agencies.values()) {
    const looks = looksOf(agency.id);
    const other = first.get(looks);
    if (!other) first.set(looks, agency);
    else
      problems.warning({
        code: "ids-alike",
        where: agency.table,
        line: agency.firstLine,
        agency: agency.id,
        message: `agency_id ${quoted(agency.id)} and ${quoted(other.id)} differ in the form of their letters alone`,
        remedy: "if they are one agency, write one id: each has a claim of its own now",
      });
  }
}
