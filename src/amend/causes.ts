import type { ChangedFigure } from "../document/lines.ts";
import type { ClaimDocument } from "../document/schema.ts";
import { printable } from "../problems/printable.ts";
import { agencyChanges, priorChanges, ruleChanges } from "./agency-changes.ts";
import { type Change, deciding, officerFigures, type State, vehicleFigures } from "./change-state.ts";
import { actualChanges, equipmentChanges, pairRows, rowChanges } from "./officer-changes.ts";
import { type Side, stateOf } from "./side.ts";
import { Teller } from "./teller.ts";

/** What decided the figures of one officer, or of an agency's vehicles. */
interface Decided {
  /** The figures as the filed claim's rows give them. */
  readonly filed: Readonly<Partial<Record<string, string>>>;
  readonly changes: readonly Change[];
  readonly of: (figure: ChangedFigure["figure"]) => readonly Change[];
}

/** Traces each changed figure to what changed. */
export class Causes {
  private readonly document: ClaimDocument;
  private readonly filed: Side;
  private readonly now: Side;
  private last: { readonly key: string; readonly decided: Decided } | undefined;

  constructor(document: ClaimDocument, filed: Side, now: Side) {
    this.document = document;
    this.filed = filed;
    this.now = now;
  }

  /** What a figure changed for, in words, with the places of cells. */
  of(line: ChangedFigure): string {
    const came = this.cameOrWent(line);
    if (came !== undefined) return came;
    const { filed, changes, of } = this.decided(line);
    const causes = of(line.figure).map(({ text }) => text());
    const recomputed = filed[line.figure];
    if (recomputed !== line.filed)
      causes.unshift(`the filed claim states ${line.filed} where what it rests on gives ${recomputed}`);
    if (causes.length > 0) return causes.join("; ");
    if (changes.length > 0) return `together: ${changes.map(({ text }) => text()).join("; ")}`;
    return `${this.document.generator} computed it otherwise from the same inputs`;
  }

  /** An officer or an agency that is in one of the claims alone. */
  private cameOrWent({ agency_id, officer_id }: ChangedFigure): string | undefined {
    const [then, today] = [this.filed, this.now].map(({ agencies }) => agencies.get(agency_id));
    const filed = this.document.claims.find((claim) => claim.agency_id === agency_id);
    if (!filed) {
      const leftOut = this.document.incomplete?.agencies.some((one) => one.agency_id === agency_id);
      return `agency ${printable(agency_id)} ${leftOut ? "was left out of the filed claim for errors" : "added"}`;
    }
    if (!today) return `agency ${printable(agency_id)} gone from the roster`;
    if (officer_id === null) return undefined;
    const teller = new Teller(agency_id, this.filed, this.now);
    if (!filed.officers.some((officer) => officer.officer_id === officer_id)) {
      const line = today.officers.get(officer_id)?.spans[0]?.line ?? 0;
      return `officer added to the roster (${teller.row("now", line)})`;
    }
    if (today.officers.has(officer_id)) return undefined;
    const line = then?.officers.get(officer_id)?.spans[0]?.line ?? 0;
    return `officer gone from the roster (${teller.row("filed", line)} then)`;
  }

  private decided({ agency_id, officer_id }: ChangedFigure): Decided {
    const key = JSON.stringify([agency_id, officer_id]);
    if (this.last?.key !== key) this.last = { key, decided: this.decide(agency_id, officer_id) };
    return this.last.decided;
  }

  private decide(agency: string, officer: string | null): Decided {
    const [filed, now] = [stateOf(this.filed, agency, officer), stateOf(this.now, agency, officer)];
    const teller = new Teller(agency, this.filed, this.now);
    const shared = [...agencyChanges(filed, now, teller), ...priorChanges(filed, now), ...ruleChanges(filed, now)];
    const figuresOf = officer === null ? vehicleFigures : officerFigures;
    const { base, own } = officer === null ? this.taskForce(filed, now) : this.ofOfficer(filed, now, teller);
    const changes = [...own, ...shared];
    return { filed: figuresOf(base), changes, of: deciding(base, changes, figuresOf) };
  }

  private ofOfficer(filed: State, now: State, teller: Teller): { readonly base: State; readonly own: Change[] } {
    const slots = pairRows(
      filed.slots.filter((slot) => slot !== null),
      now.slots.filter((slot) => slot !== null),
    );
    const own = [
      ...rowChanges(slots, teller),
      ...actualChanges(filed, now, teller),
      ...equipmentChanges(filed, now, teller),
    ];
    return { base: { ...filed, slots: slots.map((slot) => slot.filed) }, own };
  }

  /** Vehicles need a task force officer: whether there is one may have changed. */
  private taskForce(filed: State, now: State): { readonly base: State; readonly own: Change[] } {
    const own: Change = {
      text: () => "the roster has a trained task force officer in one of the claims only",
      apply: (state) => ({ ...state, officers: now.officers }),
    };
    return { base: filed, own: [own] };
  }
}
