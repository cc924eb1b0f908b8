import type { ChangedFigure } from "../document/lines.ts";
import type { ClaimDocument } from "../document/schema.ts";
import { printable } from "../problems/printable.ts";
import { agencyChanges, priorChanges, ruleChanges } from "./agency-changes.ts";
import { type Basis, BasisFigures, type Change, deciding, type Figures, officersUnder } from "./basis.ts";
import { Wording } from "./cells.ts";
import { basisOf, type ComparedClaim } from "./compared-claim.ts";
import { actualChanges, equipmentChanges, paidAlike, pairRows, rowChanges } from "./officer-changes.ts";

/** What decided the figures of one officer, or of an agency's vehicles. */
interface Decided {
  /** The figures as the filed claim's rows give them. */
  readonly filed: Figures;
  readonly changes: readonly Change[];
  readonly deciding: (figure: ChangedFigure["figure"]) => readonly Change[];
}

/** Traces each changed figure to what changed. */
export class Causes {
  private readonly document: ClaimDocument;
  private readonly filed: ComparedClaim;
  private readonly now: ComparedClaim;
  private readonly figures = new BasisFigures();
  /** Of the officer whose figures were asked for last. */
  private last: { readonly key: string; readonly decided: Decided } | undefined;

  constructor(document: ClaimDocument, filed: ComparedClaim, now: ComparedClaim) {
    this.document = document;
    this.filed = filed;
    this.now = now;
  }

  /** What a figure changed for, in words, with the places of cells. */
  causeOf(line: ChangedFigure): string {
    const came = this.cameOrWent(line);
    if (came !== undefined) return came;
    const { filed, changes, deciding } = this.decided(line);
    const causes = deciding(line.figure).map(({ text }) => text());
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
    const wording = new Wording(agency_id, this.filed, this.now);
    if (!filed.officers.some((officer) => officer.officer_id === officer_id)) {
      const line = today.officers.get(officer_id)?.spans[0]?.line ?? 0;
      return `officer added to the roster (${wording.row("now", line)})`;
    }
    if (today.officers.has(officer_id)) return undefined;
    const line = then?.officers.get(officer_id)?.spans[0]?.line ?? 0;
    return `officer gone from the roster (${wording.row("filed", line)} then)`;
  }

  private decided({ agency_id, officer_id }: ChangedFigure): Decided {
    const key = JSON.stringify([agency_id, officer_id]);
    if (this.last?.key !== key) this.last = { key, decided: this.decide(agency_id, officer_id) };
    return this.last.decided;
  }

  private decide(agency: string, officer: string | null): Decided {
    const [filed, now] = [basisOf(this.filed, agency, officer), basisOf(this.now, agency, officer)];
    const wording = new Wording(agency, this.filed, this.now);
    const figuresOf = officer === null ? this.figures.ofVehicles : this.figures.ofOfficer;
    const { base, own } = officer === null ? taskForceChange(filed, now) : officerChanges(filed, now, wording);
    const changes = [
      ...own,
      ...agencyChanges(filed, now, wording),
      ...priorChanges(filed, now),
      ...ruleChanges(filed, now),
    ];
    return { filed: figuresOf(base), changes, deciding: deciding(base, changes, figuresOf) };
  }
}

/** Changes of what figures rest on, and the filed basis as they apply to it. */
interface Changes {
  readonly base: Basis;
  readonly own: readonly Change[];
}

function officerChanges(filed: Basis, now: Basis, wording: Wording): Changes {
  const pairs = pairRows(
    filed.rows.filter((row) => row !== null),
    now.rows.filter((row) => row !== null),
  );
  const own = [
    ...rowChanges(pairs, wording),
    ...actualChanges(filed, now, wording),
    ...equipmentChanges(filed, now, wording),
  ];
  return { base: { ...paidAlike(filed, now, wording), rows: pairs.map((pair) => pair.filed) }, own };
}

/** Vehicles need a task force officer: whether there is one may have changed. */
function taskForceChange(filed: Basis, now: Basis): Changes {
  const own: Change = {
    text: () => "the roster has a trained task force officer in one of the claims only",
    apply: (basis) => ({ ...basis, officers: officersUnder(now.officers, basis.agreements) }),
  };
  return { base: filed, own: [own] };
}
