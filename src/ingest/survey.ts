import { Problems, Unheard } from "../problems/problems.ts";
import { flat } from "./flat.ts";
import type { InputFile } from "./inputs.ts";
import { type Glance, glanceAt, type RosterOptions, readRoster } from "./roster.ts";
import { RosterStore } from "./store.ts";
import { openTable } from "./table/header.ts";

/** Rosters that are read together, by their numbers, and the ids of their agencies. */
export interface RosterPart {
  readonly rosters: readonly number[];
  readonly agencies: readonly string[];
}

/** What must be known of all rosters before they are read one by one. */
export interface Survey {
  /** Rosters that share an agency, or an officer of one name and pay, belong together. */
  readonly parts: () => Iterable<RosterPart>;
  readonly agencies: ReadonlySet<string>;
  /** Every header of every roster. */
  readonly headers: ReadonlySet<string>;
}

/** Reads a roster by its number; undefined where that fails, which is told when its turn comes. */
type Open = (roster: number) => InputFile | undefined;

/** Looks through rosters, of which only the ids of agencies and one number a row are kept. */
export function surveyRosters(count: number, open: Open, options: RosterOptions): Survey {
  const together = new Together(count);
  const agencies = new Map<string, number>();
  const ends = new Int32Array(count);
  const people = new People();
  const headers = new Set<string>();
  const unheard = new Unheard();
  for (let roster = 0; roster < count; roster++) {
    const file = open(roster);
    const table = file && openTable("roster", file.name, file.bytes, options.map, unheard);
    if (table) {
      for (const header of table.header) headers.add(header);
      const seen = glanceAt(table, options, unheard);
      for (const id of seen.agencies) together.join(roster, agencies, flat(id));
      people.add(roster, seen);
    }
    ends[roster] = agencies.size;
  }
  for (const [roster, person] of people.repeated) together.join(roster, people.first, person);
  const ids = new Set(agencies.keys());
  return { parts: () => together.parts(ids, ends), agencies: ids, headers };
}

/** Whether a roster has errors, so that there may be agencies that were not found. */
export function haveErrors(count: number, open: Open, options: RosterOptions): boolean {
  for (let roster = 0; roster < count; roster++) {
    const file = open(roster);
    const problems = new Problems();
    const table = file && openTable("roster", file.name, file.bytes, options.map, problems);
    if (table) readRoster(table, options, new RosterStore(), problems);
    if (!table || problems.hasErrors) return true;
  }
  return false;
}

/** The numbers of all persons, four bytes each. That two share one by chance does no harm. */
class People {
  /** The first roster of those that are in several. */
  readonly first = new Map<number, number>();
  private numbers = new Uint32Array(1024);
  private count = 0;
  /** The rosters, and where each begins. */
  private readonly rosters: number[] = [];
  private readonly starts: number[] = [];

  add(roster: number, { people }: Glance): void {
    this.rosters.push(roster);
    this.starts.push(this.count);
    if (this.count + people.length > this.numbers.length) {
      const grown = new Uint32Array(Math.ceil((this.count + people.length) * 1.5));
      grown.set(this.numbers);
      this.numbers = grown;
    }
    this.numbers.set(people, this.count);
    this.count += people.length;
  }

  /** Each number that is there more than once, with the rosters that have it. */
  get repeated(): [number, number][] {
    const numbers = this.numbers.subarray(0, this.count);
    const sorted = numbers.slice().sort();
    const twice = new Set<number>();
    for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) twice.add(sorted[i] ?? 0);
    const found: [number, number][] = [];
    if (twice.size === 0) return found;
    this.rosters.forEach((roster, i) => {
      for (const number of numbers.subarray(this.starts[i], this.starts[i + 1] ?? this.count))
        if (twice.has(number)) found.push([roster, number]);
    });
    return found;
  }
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

  /**
   * The parts one by one, because all at once would take as much room as what they are made for.
   * @param agencies in the order in which the rosters have them @param ends how many of them each roster and those before it have
   */
  *parts(agencies: ReadonlySet<string>, ends: Int32Array): Generator<RosterPart> {
    const joined = new Map<number, { rosters: number[]; agencies: string[] }>();
    this.parents.forEach((_, roster) => {
      const root = this.root(roster);
      if (root !== roster && !joined.has(root)) joined.set(root, { rosters: [], agencies: [] });
    });
    if (joined.size > 0)
      for (const [roster, ids] of firstAgencies(agencies, ends)) {
        const part = joined.get(this.root(roster));
        part?.rosters.push(roster);
        part?.agencies.push(...ids);
      }
    for (const [roster, ids] of firstAgencies(agencies, ends))
      if (this.root(roster) === roster) yield joined.get(roster) ?? { rosters: [roster], agencies: ids };
  }
}

/** Each roster with the agencies that no roster before it has. */
function* firstAgencies(agencies: Iterable<string>, ends: Int32Array): Generator<[number, string[]]> {
  const rest = agencies[Symbol.iterator]();
  for (let roster = 0, at = 0; roster < ends.length; roster++) {
    const ids: string[] = [];
    for (; at < (ends[roster] ?? 0); at++) ids.push(rest.next().value ?? "");
    yield [roster, ids];
  }
}
