import { trimmed } from "./cells/words.ts";
import { plainName } from "./names.ts";
import type { RosterAgency, RosterStore } from "./store.ts";

/** Officers who are left out of the claim for errors in their rows. */
export class LeftOut {
  private readonly officers = new Map<number, string>();
  /** By agency, ids and names in rows of which it is not sure whose they are. */
  private readonly suspects = new Map<RosterAgency, { readonly ids: Set<string>; readonly names: Set<string> }>();

  /** Leaves an officer out. @param because what is wrong, where the roster's own rows do not show it */
  add(officer: number, because = ""): void {
    this.officers.set(officer, this.officers.get(officer) || because);
  }

  /** Why an officer is left out, which may be the empty text; undefined for an officer who is not. */
  because(officer: number): string | undefined {
    return this.officers.get(officer);
  }

  /** Notes ids in a row of which it is not sure whose it is. */
  suspect(agency: RosterAgency, ids: readonly string[]): void {
    for (const id of ids) if (id !== "") this.suspectsOf(agency).ids.add(id);
  }

  /** Notes the name in a row without an id. */
  suspectName(agency: RosterAgency, name: string): void {
    if (trimmed(name) !== "") this.suspectsOf(agency).names.add(plainName(name));
  }

  private suspectsOf(agency: RosterAgency) {
    const known = this.suspects.get(agency) ?? { ids: new Set<string>(), names: new Set<string>() };
    this.suspects.set(agency, known);
    return known;
  }

  /** Leaves out the officers whose ids or names were noted. */
  settle(store: RosterStore): void {
    for (const [agency, { ids, names }] of this.suspects)
      for (const [id, officer] of agency.officers)
        if (ids.has(id) || (names.size > 0 && names.has(plainName(store.nameOf(officer))))) this.add(officer);
    this.suspects.clear();
  }
}
