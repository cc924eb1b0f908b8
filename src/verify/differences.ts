import { type PathStep, pathText } from "../files/json.ts";

/** A value of a filed document that comes out otherwise; null where one of the two does not have it. */
export interface Difference {
  readonly path: string;
  readonly filed: unknown;
  readonly recomputed: unknown;
}

/** The elements of these arrays are told apart by an id, not by their place. */
const IDS: Readonly<Record<string, string>> = { claims: "agency_id", officers: "officer_id" };

/**
 * Every value in which two documents differ, with its path in the first.
 * @param skip names of fields that are not compared, wherever they stand
 * @param unknown names of fields that the release that wrote the first did not know: where they are missing nothing is
 */
export function differencesOf(
  filed: unknown,
  recomputed: unknown,
  at: readonly PathStep[],
  skip: ReadonlySet<string>,
  unknown: ReadonlySet<string> = new Set(),
) {
  const comparison = new Comparison(at, skip, unknown);
  comparison.compare(filed, recomputed);
  return comparison.found;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What every object has of itself, such as a constructor, is no field of it. */
const ownValue = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

class Comparison {
  readonly found: Difference[] = [];
  private readonly path: PathStep[];
  private readonly skip: ReadonlySet<string>;
  private readonly unknown: ReadonlySet<string>;

  constructor(at: readonly PathStep[], skip: ReadonlySet<string>, unknown: ReadonlySet<string>) {
    this.path = [...at];
    this.skip = skip;
    this.unknown = unknown;
  }

  compare(filed: unknown, recomputed: unknown): void {
    if (Array.isArray(filed) && Array.isArray(recomputed)) {
      const id = IDS[String(this.path.at(-1))];
      if (id === undefined) this.elements(filed, recomputed);
      else this.elementsById(filed, recomputed, id);
    } else if (isObject(filed) && isObject(recomputed)) this.fields(filed, recomputed);
    else if (filed !== recomputed) this.add(filed, recomputed);
  }

  private add(filed: unknown, recomputed: unknown, of = ""): void {
    this.found.push({ path: pathText(this.path) + of, filed: filed ?? null, recomputed: recomputed ?? null });
  }

  private at(step: PathStep, work: () => void): void {
    this.path.push(step);
    work();
    this.path.pop();
  }

  private fields(filed: Fields, recomputed: Fields): void {
    for (const name of new Set([...Object.keys(filed), ...Object.keys(recomputed)]))
      if (!this.skip.has(name) && (!this.unknown.has(name) || Object.hasOwn(filed, name)))
        this.at(name, () => this.compare(ownValue(filed, name), ownValue(recomputed, name)));
  }

  private elements(filed: readonly unknown[], recomputed: readonly unknown[]): void {
    for (let index = 0; index < Math.max(filed.length, recomputed.length); index++)
      this.at(index, () => this.compare(filed[index], recomputed[index]));
  }

  private elementsById(filed: readonly Fields[], recomputed: readonly Fields[], id: string): void {
    const others = new Map(recomputed.map((element) => [element[id], element]));
    const common: unknown[] = [];
    filed.forEach((element, index) => {
      const other = others.get(element[id]);
      others.delete(element[id]);
      if (other) common.push(element[id]);
      this.at(index, () => (other ? this.compare(element, other) : this.add(element[id], null, `.${id}`)));
    });
    for (const added of others.keys()) this.add(null, added);
    const order = recomputed.map((element) => element[id]).filter((one) => !others.has(one));
    const moved = common.findIndex((one, index) => one !== order[index]);
    if (moved >= 0) this.add(common[moved], order[moved], ", the order");
  }
}
