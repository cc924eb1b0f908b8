import { JsonFault, Places, parseStrict, pathText, placeIn } from "../files/json.ts";
import type * as z from "../zod.ts";
import type { Mistake } from "./mistake.ts";
import { schemaMistakes } from "./schema-mistakes.ts";

/** What is wrong in a JSON file that a person wrote, and where in its text. */
export interface JsonFaultAt {
  readonly line: number;
  /** The character of the line, from 1. */
  readonly column: number;
  readonly message: string;
  readonly remedy: string | null;
}

type Faults = { readonly faults: readonly JsonFaultAt[] };

/**
 * What a JSON text holds, or every fault in it in the order of the text.
 * @param what the file is, as messages name it @param more mistakes that the schema does not know
 */
export function checkedJson<S extends z.ZodType>(
  text: string,
  schema: S,
  what: string,
  more: (content: unknown) => readonly Mistake[] = () => [],
): z.infer<S> | Faults {
  const json = text.replace(/^\uFEFF/, "");
  try {
    const content = parseStrict(json);
    const result = schema.safeParse(content);
    const issues = result.success ? [] : result.error.issues;
    const mistakes = [...issues.flatMap((issue) => schemaMistakes(issue, content, schema)), ...more(content)];
    if (result.success && mistakes.length === 0) return result.data;
    const places = new Places(
      json,
      mistakes.map(({ path }) => path),
    );
    const faults = mistakes.map((mistake) => faultOf(mistake, places, what));
    return { faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { message, offset, path } = error;
    return { faults: [{ ...placeIn(json, offset), message: `${pathText(path) || what} ${message}`, remedy: null }] };
  }
}

function faultOf({ path, says, remedy }: Mistake, places: Places, what: string): JsonFaultAt {
  const unknownKey = says.startsWith("unknown key");
  const where = pathText(unknownKey ? path.slice(0, -1) : path);
  const message = where === "" && says.startsWith("has ") ? `${what} ${says}` : `${where || what}: ${says}`;
  return { ...(unknownKey ? places.ofName(path) : places.ofValue(path)), message, remedy };
}
