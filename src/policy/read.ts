import { JsonFault, Places, parseStrict, pathText, placeIn } from "../files/json.ts";
import { checkPolicy } from "./check.ts";
import type { Mistake } from "./mistake.ts";
import type { Policy } from "./policy.ts";

/** What is wrong in a policy file and where in its text. */
export interface PolicyFault {
  readonly line: number;
  /** The character of the line, from 1. */
  readonly column: number;
  readonly message: string;
  readonly remedy: string | null;
}

/** A policy from the text of a policy file, or every fault in it in the order of the text. */
export function readPolicy(text: string): Policy | { readonly faults: readonly PolicyFault[] } {
  const json = text.replace(/^\uFEFF/, " ");
  try {
    const policy = checkPolicy(parseStrict(json));
    if (!("mistakes" in policy)) return policy;
    const places = new Places(
      json,
      policy.mistakes.map(({ path }) => path),
    );
    const faults = policy.mistakes.map((mistake) => faultOf(mistake, places));
    return { faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { message, offset, path } = error;
    return {
      faults: [{ ...placeIn(json, offset), message: `${pathText(path) || "the policy"} ${message}`, remedy: null }],
    };
  }
}

function faultOf({ path, says, remedy }: Mistake, places: Places): PolicyFault {
  const unknownKey = says.startsWith("unknown key");
  const where = pathText(unknownKey ? path.slice(0, -1) : path);
  return { ...(unknownKey ? places.ofName(path) : places.ofValue(path)), message: saysOf(where, says), remedy };
}

const saysOf = (where: string, says: string): string =>
  where === "" && says.startsWith("has ") ? `the policy ${says}` : `${where || "the policy"}: ${says}`;
