import { printable } from "../../ingest/printable.ts";
import { Refusal } from "../../ingest/problems.ts";

/** Names that Windows keeps for devices, whatever the ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The file of each agency, `<agency_id>_<quarter>.<ending>`, or why it can have none. All agencies of a run must be told, those
 * with errors included: two that would share a file on any computer are both refused.
 */
export function fileNames(agencies: Iterable<string>, quarter: string, ending: string): Map<string, string | Refusal> {
  const byName = new Map<string, string[]>();
  for (const id of agencies) {
    const name = sanitised(id).toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  const names = new Map<string, string | Refusal>();
  for (const ids of byName.values())
    for (const id of ids) {
      const name = `${sanitised(id)}_${quarter}.${ending}`;
      const [other] = ids.filter((one) => one !== id);
      names.set(id, other === undefined ? (reserved(id) ?? name) : colliding(other));
    }
  return names;
}

const sanitised = (id: string): string => id.replace(/[^A-Za-z0-9_-]/gu, "_");

const reserved = (id: string): Refusal | undefined =>
  RESERVED.test(sanitised(id))
    ? new Refusal(
        "reserved-file-name",
        "cannot be the name of a file: Windows keeps it for a device",
        "write the agency's ORI, such as FL0310200",
      )
    : undefined;

const colliding = (other: string): Refusal =>
  new Refusal(
    "colliding-file-names",
    `would share a file with agency ${printable(other)}: only letters, digits, - and _ are kept, and case is no difference`,
    "give each agency an id of its own, or run the rosters into two folders",
  );
