import type { HeaderMap } from "./columns.ts";
import type { InputFile } from "./inputs.ts";
import { plainName } from "./names.ts";
import { Problems } from "./problems.ts";
import { readRoster } from "./roster.ts";
import { RosterStore } from "./roster-store.ts";
import { openTable } from "./table.ts";

/** Rosters that are read together, by their numbers, and the ids of their agencies. */
export interface RosterPart {
  readonly rosters: number[];
  readonly agencies: string[];
}

/** What must be known of all rosters before they are read one by one. */
export interface Survey {
  /** Rosters that share an agency, or an officer of one name and pay, belong together. */
  readonly parts: readonly RosterPart[];
  readonly agencies: ReadonlySet<string>;
  /** Every header of every roster. */
  readonly headers: ReadonlySet<string>;
  /** Whether a roster has errors, so that there may be agencies that were not found. */
  readonly hasErrors: boolean;
}

/**
 * Looks through rosters, of which only the ids of agencies and one number an officer are kept.
 * @param open reads a roster; undefined where that fails, which is told when its turn comes
 */
export function surveyRosters(
  count: number,
  open: (roster: number) => InputFile | undefined,
  options: { readonly agency: string | null; readonly map: HeaderMap },
): Survey {
  const together = new Together(count);
  const agencies = new Map<string, number>();
  const people = new Map<number, number>();
  const headers = new Set<string>();
  let hasErrors = false;
  for (let roster = 0; roster < count; roster++) {
    const file = open(roster);
    const problems = new Problems();
    const table = file && openTable("roster", file.name, file.bytes, options.map, problems);
    hasErrors ||= !table;
    if (!table) continue;
    for (const header of table.header) headers.add(header);
    const store = new RosterStore();
    readRoster(table, options, store, problems);
    hasErrors ||= problems.hasErrors;
    for (const id of store.agencies.keys()) together.join(roster, agencies, id);
    for (const person of peopleOf(store)) together.join(roster, people, person);
  }
  return { parts: together.parts(agencies), agencies: new Set(agencies.keys()), headers, hasErrors };
}

/** A number for each officer with a name and each pay of theirs; that two officers share one by chance does no harm. */
function* peopleOf(store: RosterStore): Generator<number> {
  for (let officer = 0; officer < store.count; officer++) {
    if (store.nameHash(officer) === 0) continue;
    const name = plainName(store.nameOf(officer));
    for (const { salary, benefits } of store.spansOf(officer)) yield hash(`${name}|${salary}|${benefits}`);
  }
}

/** 52 bits of a text. */
function hash(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b1];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}

/** Rosters that are read together, as trees of which the root is the first. */
class Together {
  private readonly parents: Int32Array;

  constructor(count: number) {
    this.parents = Int32Array.from({ length: count }, (_, roster) => roster);
  }

  /** Joins a roster with the first one that has the key too. */
  join<K>(roster: number, first: Map<K, number>, key: K): void {
    const other = first.get(key);
    if (other === undefined) first.set(key, roster);
    else {
      const [a, b] = [this.root(roster), this.root(other)];
      this.parents[Math.max(a, b)] = Math.min(a, b);
    }
  }

  private root(roster: number): number {
    let at = roster;
    for (let parent = this.parents[at] ?? at; parent !== at; parent = this.parents[at] ?? at) {
      this.parents[at] = this.parents[parent] ?? parent;
      at = parent;
    }
    return at;
  }

  /** @param agencies each with the first roster that has it */
  parts(agencies: ReadonlyMap<string, number>): RosterPart[] {
    const parts = new Map<number, RosterPart>();
    this.parents.forEach((_, roster) => {
      const root = this.root(roster);
      if (roster === root) parts.set(root, { rosters: [], agencies: [] });
      parts.get(root)?.rosters.push(roster);
    });
    for (const [id, roster] of agencies) parts.get(this.root(roster))?.agencies.push(id);
    return [...parts.values()];
  }
}
