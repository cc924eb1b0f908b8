import type { FiledPrior } from "../document/prior.ts";
import type { AgencyClaim } from "../engine/agency.ts";
import type { OfficerClaim } from "../engine/officer.ts";
import { actualsOf, overtimePaid } from "../engine/rules/actuals.ts";
import { carriedOver } from "../engine/rules/carried-over.ts";
import { eligibleRows } from "../engine/rules/eligible.ts";
import { equipmentOf } from "../engine/rules/equipment.ts";
import { claimedEver } from "../engine/rules/once-ever.ts";
import { dollarText, type Money, minus, plus, ZERO } from "../engine/values/money.ts";
import type { Agency } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { plainName } from "../ingest/names.ts";
import type { RosterAgency } from "../ingest/store.ts";
import { printable } from "../problems/printable.ts";
import type { Problem } from "../problems/problems.ts";
import { few } from "../problems/words.ts";
import { Finding, type Found, officerFinding, type Whose } from "./finding.ts";

/** What prior claims, or that there are none, show of an agency's claim. */
export function* priorProblems(claim: AgencyClaim, terms: Terms, inputs: Inputs): Generator<Problem> {
  const { agency } = claim;
  yield* allowanceOnce(claim, terms);
  const roster = inputs.rosters.get(agency.id);
  if (!roster || agency.prior.length === 0) return;
  yield* incompletePrior(agency, terms, roster);
  yield* goneOfficers(agency, terms, roster, inputs);
  yield* carriedOverActuals(agency, terms, roster, inputs);
}

/** Rule once-ever: without prior claims nothing shows that an allowance was not claimed before. */
function* allowanceOnce({ agency, totals }: AgencyClaim, { quarter, programmeStart }: Terms): Generator<Problem> {
  const amount = plus(totals.equipment, totals.vehicles);
  if (agency.prior.length > 0 || amount === 0 || quarter.start <= programmeStart) return;
  const what = (["equipment", "vehicles"] as const)
    .filter((figure) => totals[figure] > 0)
    .map((figure) => `${dollarText(totals[figure])} of ${figure}`);
  yield new Finding(
    { severity: "warning", code: "allowance-without-prior", where: null, line: null, agency: agency.id, amount },
    () =>
      `${printable(agency.id)} claims ${what.join(" and ")} for ${quarter.id}: no prior claim shows that the once-ever allowance is still there`,
    "give --prior with the claims filed; where there are none, the warning may stand",
  );
}

/** Rule prior-claims: an incomplete claim may have claimed more once it was mended, and filed again. */
function* incompletePrior({ id, prior }: Agency, { earlier }: Terms, roster: RosterAgency): Generator<Problem> {
  const claims: readonly FiledPrior[] = prior;
  for (const { quarter, path, incomplete, officers } of claims) {
    if (!incomplete || path === undefined || !earlier.some((then) => then.quarter.id === quarter)) continue;
    yield new Finding(
      { severity: "warning", code: "prior-incomplete", where: path, line: null, agency: id },
      () => {
        const absent = [...roster.officers].flatMap(([officer]) => (officers.has(officer) ? [] : [printable(officer)]));
        const who = absent.length > 0 ? `; officers of the roster who are not in it: ${few(absent)}` : "";
        return `the prior claim of ${printable(id)} for ${quarter} left out rows of it for errors${who}`;
      },
      "what was claimed for them since is not counted: give the claim that was filed for them too, as an amendment",
    );
  }
}

/** What the prior claims of the year claimed of an officer who is in no row of the roster. */
interface Gone {
  readonly quarters: string[];
  name: string | undefined;
  overtime: Money;
  equipment: Money;
}

/** Rule prior-claims: one person has one cap, whatever the id. */
function* goneOfficers(agency: Agency, terms: Terms, roster: RosterAgency, inputs: Inputs): Generator<Problem> {
  const gone = goneIn(agency, terms, roster, inputs);
  if (gone.size === 0) return;
  const likely = new LikelyOfficers(agency, roster, inputs);
  for (const [id, { quarters, name, overtime, equipment }] of gone) {
    const same = likely.find(id, name);
    const line = same === undefined ? null : inputs.store.lineOf(same);
    yield new Finding(
      {
        severity: "warning",
        code: "prior-officer-gone",
        where: roster.table,
        line,
        agency: agency.id,
        amount: plus(overtime, equipment),
      },
      () => {
        const now = same === undefined ? "" : `; officer ${printable(inputs.store.idOf(same))} may be the same person`;
        return `officer ${printable(id)} of ${printable(agency.id)} is not in the roster: ${dollarText(overtime)} of overtime and ${dollarText(equipment)} of equipment were claimed for ${quarters.join(", ")}${now}`;
      },
      same === undefined
        ? "check that the officer did not get another id: one person has one cap"
        : "if so, give the officer the id of the prior claims: one person has one cap",
    );
  }
}

function goneIn({ prior }: Agency, { earlier }: Terms, roster: RosterAgency, { store }: Inputs): Map<string, Gone> {
  const gone = new Map<string, Gone>();
  const claims: readonly FiledPrior[] = prior;
  for (const { quarter, officers, names } of claims) {
    if (!earlier.some((then) => then.quarter.id === quarter)) continue;
    for (const [id, line] of officers) {
      if (store.find(roster, id) >= 0) continue;
      const known = gone.get(id) ?? { quarters: [], name: undefined, overtime: ZERO, equipment: ZERO };
      gone.set(id, known);
      known.quarters.push(quarter);
      known.name ??= names?.get(id);
      known.overtime = plus(known.overtime, line.overtime);
      known.equipment = plus(known.equipment, line.equipment);
    }
  }
  return gone;
}

/** The officers of a roster who are in no prior claim, by what may tell that they were, under another id. */
class LikelyOfficers {
  private readonly byDigits = new Map<string, number>();
  private readonly byName = new Map<string, number>();

  constructor({ prior }: Agency, roster: RosterAgency, { store }: Inputs) {
    for (const [id, officer] of roster.officers) {
      if (prior.some(({ officers }) => officers.has(id))) continue;
      this.byDigits.set(withoutZeros(id), officer);
      const name = plainName(store.nameOf(officer));
      if (name !== "") this.byName.set(name, officer);
    }
  }

  find(id: string, name: string | undefined): number | undefined {
    return this.byDigits.get(withoutZeros(id)) ?? (name === undefined ? undefined : this.byName.get(plainName(name)));
  }
}

const withoutZeros = (id: string): string => id.replace(/^0+(?=.)/, "");

/** Rule carried-over: in a file that has changed, actuals that a prior claim of another quarter had too. */
function* carriedOverActuals(
  { id, prior }: Agency,
  { quarter }: Terms,
  { officers, table }: RosterAgency,
  { store }: Inputs,
): Generator<Problem> {
  for (const number of officers.values()) {
    const own = store.rosterActuals(number, quarter.id);
    if (!own || store.leftOut.because(number) !== undefined) continue;
    const officer = { id: store.idOf(number) };
    const found = carriedOver(officer, own, prior, quarter.id);
    if (found)
      yield new Finding(
        {
          severity: "warning",
          code: "actuals-carried-over",
          where: table,
          line: store.lineOf(number),
          agency: id,
          amount: found.amount,
        },
        () =>
          `officer ${printable(officer.id)} has the actuals of ${found.quarter} again, ${dollarText(found.amount)}: make sure that they are those of ${quarter.id}`,
        "the prior claim has the same amounts; what was paid once is claimed once",
      );
  }
}

/** What prior claims and earlier payroll show of an officer. */
export function officerPriorProblems(claim: OfficerClaim, whose: Whose, found: Found): void {
  receiptsBelowClaimed(claim, whose, found);
  unknownOvertime(claim, whose, found);
}

/** Rule equipment: receipts to date cannot be less than what was claimed of them. */
function receiptsBelowClaimed({ officer }: OfficerClaim, whose: Whose, found: Found): void {
  const { equipmentCost, spans } = officer;
  if (whose.prior.length === 0 || equipmentCost === null) return;
  const claimed = claimedEver(whose.prior, equipmentOf(officer));
  if (equipmentCost >= claimed) return;
  const place = { officer, line: spans[0]?.line ?? null, amount: minus(claimed, equipmentCost), ...whose };
  found(
    officerFinding(
      { code: "receipts-below-claimed", ...place },
      () =>
        `has ${dollarText(equipmentCost)} of equipment receipts to date, below the ${dollarText(claimed)} claimed before`,
      "equipment_cost is the total of all receipts to date, those of earlier quarters included",
    ),
  );
}

/**
 * Rule prior-claims: overtime that payroll leaves blank in an earlier quarter counts as none. An officer whom that payroll does
 * not name is told only where there is overtime to claim now.
 */
function unknownOvertime({ officer, overtimePaid: now }: OfficerClaim, whose: Whose, found: Found): void {
  if (whose.terms.readings["overtime-cap"] === "quarter") return;
  for (const then of whose.fromPayroll) {
    const actuals = actualsOf(officer, then.quarter.id);
    if (actuals ? overtimePaid(actuals, then) !== null : now === 0) continue;
    if (eligibleRows(officer, then.quarter.start, then.quarter.end, then).length === 0) continue;
    const place = { officer, line: officer.spans[0]?.line ?? null, ...whose };
    found(
      officerFinding(
        { code: "earlier-overtime-unknown", ...place },
        () => `has no overtime_paid for ${then.quarter.id} in payroll: it counts as none, and the cap may be smaller`,
        "write 0 where nothing was paid",
      ),
    );
  }
}
