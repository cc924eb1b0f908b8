import { didYouMean } from "../problems/nearest.ts";
import { few } from "../problems/words.ts";
import { bandMistakes } from "./bands.ts";
import type { Mistake } from "./mistake.ts";
import { at, type Path } from "./schema-mistakes.ts";

/** The mistakes in what a policy file holds that no schema tells. */
export function policyMistakes(content: unknown): Mistake[] {
  return [
    ...datedLists(content).flatMap(({ path, list }) => [
      ...orderMistakes(path, list),
      ...sourceMistakes(path, list, content),
    ]),
    ...listAt(content, BANDS).flatMap((entry, index) => bandMistakes([...BANDS, index, "value"], at(entry, ["value"]))),
  ];
}

const BANDS = ["parameters", "award-bands"];

function listAt(content: unknown, path: Path): readonly unknown[] {
  const value = at(content, path);
  return Array.isArray(value) ? value : [];
}

const keysAt = (content: unknown, path: Path): string[] => Object.keys(at(content, path) ?? {});

interface DatedList {
  readonly path: Path;
  readonly list: readonly unknown[];
}

/** Every list of dated values: those of the parameters and the defaults of the readings. */
const datedLists = (content: unknown): DatedList[] =>
  [
    ...keysAt(content, ["parameters"]).map((id) => ["parameters", id]),
    ...keysAt(content, ["readings"]).map((id) => ["readings", id, "default"]),
  ].map((path) => ({ path, list: listAt(content, path) }));

/** Dated values stand in the order of their dates, one a date. */
function orderMistakes(path: Path, list: readonly unknown[]): Mistake[] {
  const days = list.map((entry) => at(entry, ["from"]));
  return days.flatMap((day, index): Mistake[] => {
    const before = days[index - 1];
    if (typeof day !== "string" || typeof before !== "string" || before < day) return [];
    const says = before === day ? `${day} is there twice` : `${day} comes after ${before}: the dates are out of order`;
    return [{ path: [...path, index, "from"], says, remedy: "put the earliest date first, each date once" }];
  });
}

/** Sources that are named, and among which the one meant is looked for. */
const MOST_SOURCES = 40;

function sourceMistakes(path: Path, list: readonly unknown[], content: unknown): Mistake[] {
  const names = keysAt(content, ["sources"]);
  const known = new Set(names);
  return list.flatMap((entry, index): Mistake[] => {
    const source = at(entry, ["source"]);
    if (typeof source !== "string" || known.has(source)) return [];
    return [
      {
        path: [...path, index, "source"],
        says: `there is no source "${source}"${didYouMean(source, names.slice(0, MOST_SOURCES))}`,
        remedy: `the sources of the file: ${few(names, MOST_SOURCES) || "none"}`,
      },
    ];
  });
}
