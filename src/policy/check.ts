import { didYouMean } from "../problems/nearest.ts";
import { few } from "../problems/words.ts";
import * as z from "../zod.ts";
import { bandMistakes } from "./bands.ts";
import type { Mistake } from "./mistake.ts";
import type { Policy } from "./policy.ts";
import { policySchema } from "./schema.ts";

/** A policy from what a policy file holds, or every mistake in it. */
export function checkPolicy(content: unknown): Policy | { readonly mistakes: readonly Mistake[] } {
  const result = policySchema.safeParse(content);
  const mistakes = [
    ...(result.success ? [] : result.error.issues.flatMap((issue) => mistakesOf(issue, content))),
    ...datedLists(content).flatMap(({ path, list }) => [
      ...orderMistakes(path, list),
      ...sourceMistakes(path, list, content),
    ]),
    ...listAt(content, BANDS).flatMap((entry, index) => bandMistakes([...BANDS, index, "value"], at(entry, ["value"]))),
  ];
  return result.success && mistakes.length === 0 ? (result.data as unknown as Policy) : { mistakes };
}

const BANDS = ["parameters", "award-bands"];

type Path = readonly (string | number)[];

/** The value at a path, undefined where there is none. */
function at(content: unknown, path: Path): unknown {
  let value = content;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function listAt(content: unknown, path: Path): readonly unknown[] {
  const value = at(content, path);
  return Array.isArray(value) ? value : [];
}

const keysAt = (content: unknown, path: Path): string[] => Object.keys(at(content, path) ?? {});

function mistakesOf(issue: z.core.$ZodIssue, content: unknown): Mistake[] {
  const path = issue.path as (string | number)[];
  if (issue.code === "unrecognized_keys") {
    const allowed = allowedKeys(path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      says: `unknown key "${key}"${didYouMean(key, allowed)}`,
      remedy: `allowed here: ${allowed.join(", ")}`,
    }));
  }
  const value = at(content, path);
  if (value === undefined && path.length > 0)
    return [{ path: path.slice(0, -1), says: `has no "${String(path.at(-1))}"`, remedy: null }];
  if (issue.code === "invalid_type")
    return [{ path, says: `is ${kindOf(value)}, not ${KINDS[issue.expected] ?? issue.expected}`, remedy: null }];
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String);
    return [
      { path, says: `is ${shown(value)}${didYouMean(String(value), allowed)}`, remedy: `one of ${allowed.join(", ")}` },
    ];
  }
  if (issue.code === "too_small" && Array.isArray(value)) return [{ path, says: "has no value at all", remedy: null }];
  return [{ path, says: `is ${shown(value)}: ${remedyOf(issue)}`, remedy: null }];
}

function remedyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small") return `the least is ${issue.minimum}`;
  if (issue.code === "too_big") return `the most is ${issue.maximum}`;
  if (issue.code === "invalid_format" && issue.format === "date") return "a date is written as 2025-10-01";
  return issue.message;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  object: "an object",
  record: "an object",
  array: "a list",
};

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return "text";
  return shown(value);
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, 60);

/** The keys that the object at a path may have. */
function allowedKeys(path: Path): string[] {
  let schema: unknown = policySchema;
  for (const step of path)
    if (schema instanceof z.ZodObject) schema = schema.shape[step as string];
    else if (schema instanceof z.ZodArray) schema = schema.element;
    else if (schema instanceof z.ZodRecord) schema = schema.valueType;
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String);
  return [];
}

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
