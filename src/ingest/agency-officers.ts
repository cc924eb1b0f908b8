/** Shorter ids first, then by their characters: the order of numbers written as text. */
const isAfter = (id: string, before: string): boolean =>
  id.length === before.length ? id > before : id.length > before.length;

/** Of two ids that look alike one has a letter that is not a plain capital. */
const LETTERED = /[^!-`{-~]/;
const ONLY_DIGITS = /^\d+$/;

/**
 * The officers of one agency by id, in roster order. As long as ids rise, as exports mostly have them, a new one cannot be
 * known yet; only from the first that does not is an index kept. Ids themselves stay in the file.
 */
export class AgencyOfficers implements Iterable<readonly [id: string, officer: number]> {
  /** The first id of digits with a zero in front. */
  padded: string | undefined;
  /** The first of the shortest ids of digits without one. */
  shortest: string | undefined;
  /** Whether an id has a letter that another may have in another form. */
  lettered = false;
  private readonly numbers: number[] = [];
  private last: string | undefined;
  /** Where `findOn` ended, and the id there. */
  private place = -1;
  private reached: string | undefined;
  private index: Map<string, number> | undefined;
  private readonly idOf: (officer: number) => string;

  /** @param idOf reads the id of an officer that was added */
  constructor(idOf: (officer: number) => string) {
    this.idOf = idOf;
  }

  /** The number of an officer, or -1. */
  find(id: string): number {
    if (id === this.last) return this.numbers.at(-1) ?? -1;
    if (!this.index && (this.last === undefined || isAfter(id, this.last))) return -1;
    return this.index ? (this.index.get(id) ?? -1) : this.findOn(id);
  }

  /** Looks on from where it ended last: other files mostly name officers in the same order. Else an index is made. */
  private findOn(id: string): number {
    while (this.reached === undefined || isAfter(id, this.reached)) {
      const next = this.numbers[++this.place];
      if (next === undefined) break;
      this.reached = this.idOf(next);
    }
    if (id === this.reached) return this.numbers[this.place] ?? -1;
    this.index = new Map(this);
    return this.index.get(id) ?? -1;
  }

  /** Adds an officer that `find` does not know. */
  add(id: string, officer: number): void {
    this.numbers.push(officer);
    this.last = id;
    this.index?.set(id, officer);
    this.lettered ||= LETTERED.test(id);
    if (id.startsWith("0")) {
      if (this.padded === undefined && id.length > 1 && ONLY_DIGITS.test(id)) this.padded = id;
    } else if ((this.shortest === undefined || id.length < this.shortest.length) && ONLY_DIGITS.test(id))
      this.shortest = id;
  }

  *[Symbol.iterator](): Generator<readonly [string, number]> {
    for (const officer of this.numbers) yield [this.idOf(officer), officer];
  }

  /** Their numbers. */
  values(): Iterable<number> {
    return this.numbers;
  }
}
