import { printable } from "../../problems/printable.ts";
import { Refusal } from "../../problems/refusal.ts";

/** Names that Windows keeps for devices, whatever the ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** The file of each agency, `<agency_id>_<quarter>.<ending>`, or why it can have none. */
export class FileNames {
  private readonly ending: string;
  private readonly refused = new Map<string, Refusal>();

  /**
   * @param agencies all of the run, those with errors included: two that would share a file on any computer are both refused
   * @param ending what follows the agency's id
   */
  constructor(agencies: Iterable<string>, ending: string) {
    this.ending = ending;
    const first = new Map<string, string>();
    for (const id of agencies) {
      const name = sanitised(id).toLowerCase();
      const other = first.get(name);
      if (other === undefined) first.set(name, id);
      else {
        this.refused.set(id, colliding(other));
        if (!this.refused.has(other)) this.refused.set(other, colliding(id));
      }
    }
  }

  of(id: string): string | Refusal {
    return this.refused.get(id) ?? reserved(id) ?? `${sanitised(id)}${this.ending}`;
  }
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
