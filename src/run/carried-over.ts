import { InputHashes } from "../document/input-hash.ts";
import type { ClaimFile } from "../document/read.ts";
import type { ClaimDocument } from "../document/schema.ts";
import { sha256 } from "../files/sha256.ts";
import type { Inputs } from "../ingest/inputs.ts";
import type { RosterAgency } from "../ingest/store.ts";
import { headerMap } from "../ingest/table/columns.ts";
import type { Table } from "../ingest/text/rows.ts";
import { printable } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { standing } from "./prior.ts";

/**
 * Rule carried-over: a roster file with actuals from which a prior claim of another quarter was computed, by its hash, stops
 * its agencies. Its actuals are those of that quarter, claimed once already.
 */
export function refuseCarriedOver(files: readonly ClaimFile[], inputs: Inputs, problems: Problems): void {
  const same = new SameFiles();
  for (const { name, document } of standing(files)) {
    if (document.quarter.id === inputs.quarter.id) continue;
    for (const { agency_id } of document.claims) {
      const roster = inputs.rosters.get(agency_id);
      if (!roster || !hasActuals(roster, inputs) || !same.isInputOf(roster.table, document)) continue;
      problems.error({
        code: "carried-over",
        where: roster.table,
        agency: agency_id,
        message: `${roster.table.name} has the actuals from which the prior claim of ${printable(agency_id)} for ${document.quarter.id}, ${printable(name)}, was computed`,
        remedy: `put those of ${inputs.quarter.id} in their place, or leave them blank and give --payroll, which names its quarters`,
      });
    }
  }
}

/** Whether the roster itself gives an officer of an agency actuals that are not zero. */
function hasActuals({ officers }: RosterAgency, { store, quarter }: Inputs): boolean {
  for (const officer of officers.values()) {
    const own = store.rosterActuals(officer, quarter.id);
    if (own && [own.salaryPaid, own.benefitsPaid, own.overtimePaid, own.otherFunding].some((paid) => (paid ?? 0) > 0))
      return true;
  }
  return false;
}

/** Tells by their hashes whether rosters are those of claims; each is hashed once. */
class SameFiles {
  private readonly files = new Map<Table, string>();
  private readonly hashes = new Map<string, InputHashes>();

  isInputOf(table: Table, { inputs, options, claims }: ClaimDocument): boolean {
    const agencies = new Set(claims.map(({ agency_id }) => agency_id));
    return inputs.some(({ role, scope, sha256: hash }) => {
      if (role !== "roster") return false;
      return hash === (scope === "file" ? this.fileHash(table) : this.hashesOf(options.map).ofRows(table, agencies));
    });
  }

  private fileHash(table: Table): string {
    const known = this.files.get(table) ?? sha256(table.bytes);
    this.files.set(table, known);
    return known;
  }

  private hashesOf(map: Readonly<Record<string, string>>): InputHashes {
    const key = JSON.stringify(map);
    const known = this.hashes.get(key) ?? new InputHashes(headerMap(map));
    this.hashes.set(key, known);
    return known;
  }
}
