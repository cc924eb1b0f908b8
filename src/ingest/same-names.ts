import type { Span } from "../engine/values/records.ts";
import { printable, quoted } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { isSameName, nameHash, plainName } from "./names.ts";
import type { RosterStore } from "./store.ts";

/** Officers of one name that are compared with each other; more are not one person. */
const MOST_COMPARED = 50;

/** Warns of officers of one name: two ids in one agency, or the same pay in two agencies at one time. */
export function reportSameNames(store: RosterStore, problems: Problems): void {
  for (const group of sharedHashes(store).values())
    for (const officers of byName(store, group)) {
      const first = officers[0];
      if (first === undefined || officers.length < 2) continue;
      reportTwoIds(store, officers, problems);
      if (store.agencies.size > 1) reportTwoAgencies(store, officers.slice(0, MOST_COMPARED), problems);
    }
}

/** The officers whose names have the hash of another's. */
function sharedHashes(store: RosterStore): Map<number, number[]> {
  const hashes = new Int32Array(store.count);
  for (let officer = 0; officer < store.count; officer++) hashes[officer] = nameHash(store.nameOf(officer));
  const sorted = hashes.slice().sort();
  const again = new Set(sorted.filter((hash, i) => hash !== 0 && hash === sorted[i - 1]));
  const shared = new Map<number, number[]>();
  if (again.size === 0) return shared;
  hashes.forEach((hash, officer) => {
    if (!again.has(hash)) return;
    const group = shared.get(hash);
    if (group) group.push(officer);
    else shared.set(hash, [officer]);
  });
  return shared;
}

function byName(store: RosterStore, group: readonly number[]): Iterable<readonly number[]> {
  if (group.length < 2) return [];
  const [a = 0, b = 0] = group;
  if (group.length === 2) return isSameName(store.nameOf(a), store.nameOf(b)) ? [group] : [];
  return grouped(group, (officer) => plainName(store.nameOf(officer))).values();
}

function grouped<K>(officers: readonly number[], keyOf: (officer: number) => K): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (const officer of officers) {
    const key = keyOf(officer);
    const group = groups.get(key);
    if (group) group.push(officer);
    else groups.set(key, [officer]);
  }
  return groups;
}

function reportTwoIds(store: RosterStore, officers: readonly number[], problems: Problems): void {
  const readable = officers.filter((officer) => store.lineOf(officer) !== null);
  for (const [agency, [first, second, ...others]] of grouped(readable, (officer) => store.agencyOf(officer))) {
    if (!agency || first === undefined || second === undefined) continue;
    const [a, b] = [first, second].map(
      (officer) => `${printable(store.idOf(officer))} (line ${store.lineOf(officer)})`,
    );
    const more = others.length > 0 ? ` and ${others.length} more` : "";
    problems.warning({
      code: "name-with-two-ids",
      where: agency.table,
      line: store.lineOf(second),
      agency: agency.id,
      message: `officers ${a} and ${b}${more} have the same name${problems.redact ? "" : `, ${quoted(store.nameOf(first))}`}`,
      remedy: "if they are one person, give all rows of the person one id",
    });
  }
}

function reportTwoAgencies(store: RosterStore, officers: readonly number[], problems: Problems): void {
  officers.forEach((second, i) => {
    for (const first of officers.slice(0, i)) {
      if (store.agencyOf(first) === store.agencyOf(second)) continue;
      const both = samePayAtOneTime(store.spansOf(first), store.spansOf(second));
      if (!both) continue;
      reportTwice(store, second, both[1], first, both[0], problems);
      reportTwice(store, first, both[0], second, both[1], problems);
    }
  });
}

/** Two rows with the same pay on overlapping days. */
function samePayAtOneTime(first: readonly Span[], second: readonly Span[]): [Span, Span] | undefined {
  for (const a of first)
    for (const b of second) if (a.salary === b.salary && a.benefits === b.benefits && overlap(a, b)) return [a, b];
  return undefined;
}

const overlap = (a: Span, b: Span): boolean =>
  (a.start ?? -Infinity) <= (b.end ?? Infinity) && (b.start ?? -Infinity) <= (a.end ?? Infinity);

function reportTwice(
  store: RosterStore,
  officer: number,
  row: Span,
  other: number,
  otherRow: Span,
  problems: Problems,
): void {
  const [agency, elsewhere] = [store.agencyOf(officer), store.agencyOf(other)];
  if (!agency || !elsewhere) return;
  const name = problems.redact ? "" : ` ${quoted(store.nameOf(officer))}`;
  problems.warning({
    code: "officer-in-two-agencies",
    where: agency.table,
    line: row.line,
    agency: agency.id,
    message: `officer ${printable(store.idOf(officer))}${name} has the name and pay of officer ${printable(store.idOf(other))} of ${printable(elsewhere.id)} (line ${otherRow.line}), on overlapping days`,
    remedy:
      "one person's pay can be claimed once: end one assignment before the other begins, or mark one row as not eligible",
  });
}
