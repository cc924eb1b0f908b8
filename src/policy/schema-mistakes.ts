import { didYouMean } from "../problems/nearest.ts";
import * as z from "../zod.ts";
import type { Mistake } from "./mistake.ts";

/** The way to a value in a document. */
export type Path = readonly (string | number)[];

/** The value at a path, undefined where there is none. */
export function at(content: unknown, path: Path): unknown {
  let value = content;
  for (const step of path) {
    if (!Object.hasOwn(value ?? {}, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** What a person has to know of one issue of a schema. */
export function schemaMistakes(issue: z.core.$ZodIssue, content: unknown, schema: z.ZodType): Mistake[] {
  const path = issue.path as (string | number)[];
  if (issue.code === "unrecognized_keys") {
    const allowed = allowedKeys(path, schema);
    return issue.keys.map((key) => ({
      path: [...path, key],
      says: `unknown key "${key}"${didYouMean(key, allowed)}`,
      remedy: `allowed here: ${allowed.join(", ")}`,
    }));
  }
  const value = at(content, path);
  if (value === undefined) return [{ path: path.slice(0, -1), says: `has no "${String(path.at(-1))}"`, remedy: null }];
  if (issue.code === "invalid_type")
    return [{ path, says: `is ${kindOf(value)}, not ${KINDS[issue.expected] ?? issue.expected}`, remedy: null }];
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String);
    return [
      { path, says: `is ${shown(value)}${didYouMean(String(value), allowed)}`, remedy: `one of ${allowed.join(", ")}` },
    ];
  }
  if (issue.code === "too_small" && typeof value !== "number")
    return [{ path, says: "has no value at all", remedy: null }];
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

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 60);

/** The keys that the object at a path may have. */
function allowedKeys(path: Path, whole: z.ZodType): string[] {
  let schema: unknown = whole;
  for (const step of path) {
    if (schema instanceof z.ZodOptional) schema = schema.unwrap();
    if (schema instanceof z.ZodObject) schema = schema.shape[step as string];
    else if (schema instanceof z.ZodArray) schema = schema.element;
    else if (schema instanceof z.ZodRecord) schema = schema.valueType;
  }
  if (schema instanceof z.ZodOptional) schema = schema.unwrap();
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String);
  return [];
}
