import type { AmendmentLine } from "../document/schema.ts";
import type { Difference } from "./differences.ts";

/**
 * The lines of an amendment whose cause is none that comes out again. Folders are left aside: they tell two files of one name
 * apart where the amendment was made, and may have other names here. @param ways in which lines may have come about
 */
export function causeDifferences(
  lines: readonly AmendmentLine[],
  ways: readonly (readonly AmendmentLine[])[],
  inputs: readonly { readonly path: string }[],
): Difference[] {
  const plain = withoutFolders(inputs.map(({ path }) => path));
  return lines.flatMap((line, index) => {
    const again = ways.map((one) => one[index]?.cause);
    if (again.some((cause) => cause !== undefined && plain(cause) === plain(line.cause))) return [];
    return [{ path: `lines[${index}].cause`, filed: line.cause, recomputed: again[0] ?? null }];
  });
}

/** Takes the folders off the places of cells, such as `(filed/roster.csv:2:8`. */
function withoutFolders(paths: readonly string[]): (cause: string) => string {
  const names = [...new Set(paths.map((path) => path.slice(path.lastIndexOf("/") + 1)))];
  const quoted = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const place = new RegExp(`\\((?:[^"();:]*/)?(${quoted.join("|")})(?=:\\d)`, "g");
  return (cause) => cause.replace(place, "($1");
}
