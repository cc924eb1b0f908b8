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
 */
export function differencesOf(filed: unknown, recomputed: unknown, at: readonly PathStep[], skip: ReadonlySet<string>) {
  const found: Difference[] = [];
  compare(filed, recomputed, [...at], skip, found);
  return found;
}

function compare(
  filed: unknown,
  recomputed: unknown,
  path: PathStep[],
  skip: ReadonlySet<string>,
  found: Difference[],
): void {
  if (Array.isArray(filed) && Array.isArray(recomputed)) {
    const id = IDS[String(path.at(-1))];
    if (id === undefined) compareByPlace(filed, recomputed, path, skip, found);
    else compareById(filed, recomputed, id, path, skip, found);
  } else if (isObject(filed) && isObject(recomputed)) compareFields(filed, recomputed, path, skip, found);
  else if (filed !== recomputed)
    found.push({ path: pathText(path), filed: filed ?? null, recomputed: recomputed ?? null });
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function compareFields(
  filed: Fields,
  recomputed: Fields,
  path: PathStep[],
  skip: ReadonlySet<string>,
  found: Difference[],
): void {
  for (const name of new Set([...Object.keys(filed), ...Object.keys(recomputed)])) {
    if (skip.has(name)) continue;
    path.push(name);
    compare(Object.hasOwn(filed, name) ? filed[name] : undefined, recomputed[name], path, skip, found);
    path.pop();
  }
}

function compareByPlace(
  filed: readonly unknown[],
  recomputed: readonly unknown[],
  path: PathStep[],
  skip: ReadonlySet<string>,
  found: Difference[],
): void {
  for (let index = 0; index < Math.max(filed.length, recomputed.length); index++) {
    path.push(index);
    compare(filed[index], recomputed[index], path, skip, found);
    path.pop();
  }
}

function compareById(
  filed: readonly Fields[],
  recomputed: readonly Fields[],
  id: string,
  path: PathStep[],
  skip: ReadonlySet<string>,
  found: Difference[],
): void {
  const others = new Map(recomputed.map((element) => [element[id], element]));
  const common: unknown[] = [];
  filed.forEach((element, index) => {
    const other = others.get(element[id]);
    path.push(index);
    if (other) {
      common.push(element[id]);
      compare(element, other, path, skip, found);
    } else found.push({ path: `${pathText(path)}.${id}`, filed: element[id], recomputed: null });
    path.pop();
    others.delete(element[id]);
  });
  for (const added of others.keys()) found.push({ path: pathText(path), filed: null, recomputed: added });
  const order = recomputed.map((element) => element[id]).filter((one) => !others.has(one));
  const moved = common.findIndex((one, index) => one !== order[index]);
  if (moved >= 0)
    found.push({ path: `${pathText(path)}, the order`, filed: common[moved], recomputed: order[moved] ?? null });
}
