/** Shorter ids first, then by their characters: the order of numbers written as text. */
const isAfter = (id: string, before: string): boolean =>
  id.length === before.length ? id > before : id.length > before.length;

/**
 * The officers of one agency by id, in roster order. As long as ids rise, as exports mostly have them, a new one cannot be
 * known yet; only from the first that does not is an index kept.
 */
export class AgencyOfficers implements Iterable<readonly [id: string, officer: number]> {
  private readonly ids: string[] = [];
  private readonly numbers: number[] = [];
  private index: Map<string, number> | undefined;

  /** The number of an officer, or -1. */
  find(id: string): number {
    const last = this.ids.at(-1);
    if (id === last) return this.numbers.at(-1) ?? -1;
    if (!this.index && (last === undefined || isAfter(id, last))) return -1;
    this.index ??= new Map(this);
    return this.index.get(id) ?? -1;
  }

  /** Adds an officer that `find` does not know. */
  add(id: string, officer: number): void {
    this.ids.push(id);
    this.numbers.push(officer);
    this.index?.set(id, officer);
  }

  *[Symbol.iterator](): Generator<readonly [string, number]> {
    for (let i = 0; i < this.ids.length; i++) yield [this.ids[i] ?? "", this.numbers[i] ?? -1];
  }

  *keys(): Generator<string> {
    yield* this.ids;
  }

  *values(): Generator<number> {
    yield* this.numbers;
  }
}
