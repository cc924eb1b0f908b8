import type { ChangedFigure } from "../document/lines.ts";
import type { ClaimDocument } from "../document/schema.ts";
import type { Officer } from "../engine/values/records.ts";
import { printable } from "../problems/printable.ts";
import { agencyChanges, priorChanges, ruleChanges } from "./agency-changes.ts";
import { type Basis, BasisFigures, type Change, deciding, type Figures, officersUnder } from "./basis.ts";
import { Wording } from "./cells.ts";
import { basisOf, type ComparedAgency, type ComparedClaim } from "./compared-claim.ts";
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
    const { agency_id, officer_id } = line;
    const filed = this.filed.agencies.get(agency_id);
    const now = this.now.agencies.get(agency_id);
    if (!filed)
      return `agency ${printable(agency_id)} ${this.leftOut(agency_id) ? "was left out of the filed claim for errors" : "added"}`;
    if (!now) return `agency ${printable(agency_id)} gone from the roster`;
    const wording = new Wording(agency_id, this.filed, this.now);
    if (officer_id === null) return this.told(line, this.ofVehicles(filed, now, wording));
    const [then, today] = [filed.officers.get(officer_id), now.officers.get(officer_id)];
    if (!today) return `officer gone from the roster (${wording.row("filed", firstLine(then))} then)`;
    if (!then) return `officer added to the roster (${wording.row("now", firstLine(today))})`;
    const key = JSON.stringify([agency_id, officer_id]);
    if (this.last?.key !== key) this.last = { key, decided: this.ofOfficer(filed, then, now, today, wording) };
    return this.told(line, this.last.decided);
  }

  private leftOut(agency: string): boolean | undefined {
    return this.document.incomplete?.agencies.some(({ agency_id }) => agency_id === agency);
  }

  private told(line: ChangedFigure, { filed, changes, deciding }: Decided): string {
    const causes = deciding(line.figure).map(({ text }) => text());
    const recomputed = filed[line.figure];
    if (recomputed !== line.filed)
      causes.unshift(`the filed claim states ${line.filed} where what it rests on gives ${recomputed}`);
    if (causes.length > 0) return causes.join("; ");
    if (changes.length > 0) return `together: ${changes.map(({ text }) => text()).join("; ")}`;
    return `${this.document.generator} computed it otherwise from the same inputs`;
  }

  private ofVehicles(then: ComparedAgency, today: ComparedAgency, wording: Wording): Decided {
    const [filed, now] = [basisOf(this.filed, then, null), basisOf(this.now, today, null)];
    const changes = [taskForceChange(now), ...commonChanges(filed, now, wording)];
    return decide(filed, changes, this.figures.ofVehicles);
  }

  private ofOfficer(
    agencyThen: ComparedAgency,
    then: Officer,
    agencyNow: ComparedAgency,
    today: Officer,
    wording: Wording,
  ): Decided {
    const [filed, now] = [basisOf(this.filed, agencyThen, then), basisOf(this.now, agencyNow, today)];
    const pairs = pairRows(then.spans, today.spans);
    const changes = [
      ...rowChanges(pairs, wording),
      ...actualChanges(filed, now, wording),
      ...equipmentChanges(filed, now, wording),
      ...commonChanges(filed, now, wording),
    ];
    const base = { ...paidAlike(filed, now, wording), rows: pairs.map((pair) => pair.filed) };
    return decide(base, changes, this.figures.ofOfficer);
  }
}

const firstLine = (officer: Officer | undefined): number => officer?.spans[0]?.line ?? 0;

/** @param base the filed basis as the changes apply to it */
const decide = (base: Basis, changes: readonly Change[], figuresOf: (basis: Basis) => Figures): Decided => ({
  ...{ filed: figuresOf(base), changes },
  deciding: deciding(base, changes, figuresOf),
});

/** Changes of the agency and of the claim, for an officer's figures and for vehicles. */
const commonChanges = (filed: Basis, now: Basis, wording: Wording): Change[] => [
  ...agencyChanges(filed, now, wording),
  ...priorChanges(filed, now),
  ...ruleChanges(filed, now),
];

/** Vehicles need a task force officer: whether there is one may have changed. */
const taskForceChange = (now: Basis): Change => ({
  text: () => "the roster has a trained task force officer in one of the claims only",
  apply: (basis) => ({ ...basis, officers: officersUnder(now.officers, basis.agreements) }),
});
