import type { AgencyClaim } from "../engine/agency.ts";
import { backing } from "../engine/evidence.ts";
import { type OfficerClaim, priorAndPayroll } from "../engine/officer.ts";
import { dollarText, type Money } from "../engine/values/money.ts";
import type { Agency } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { printable, quoted } from "../problems/printable.ts";
import type { Problem } from "../problems/problems.ts";
import { agreementProblems, authorizationProblems } from "./authority-warnings.ts";
import { Finding, type Found, officerFinding, type Whose } from "./finding.ts";
import { officerPriorProblems, priorProblems } from "./prior-warnings.ts";
import { unusualPay } from "./unusual-pay.ts";

/** What only a claim can show of its inputs. @param claim with its officers */
export function claimProblems(claim: AgencyClaim, terms: Terms, inputs: Inputs): Problem[] {
  const partQuarter: Problem[] = [];
  const others: Problem[] = [];
  const whose = whoseOf(claim.agency, terms, inputs);
  for (const officer of claim.officers)
    officerProblems(officer, whose, (one) => (one.code === "part-quarter-actuals" ? partQuarter : others).push(one));
  return [...agencyProblems(claim, terms, inputs), ...partQuarter, ...others];
}

/** The same of the agency, whatever is kept of its officers. */
export function* agencyProblems(claim: AgencyClaim, terms: Terms, inputs: Inputs): Generator<Problem> {
  yield* awardProblems(claim, terms);
  yield* agreementProblems(claim, terms, inputs);
  yield* evidenceProblems(claim, terms, inputs);
  yield* earlierQuartersUnknown(claim.agency, terms);
  yield* priorDiffersFromPayroll(claim.agency, terms);
  yield* priorProblems(claim, terms, inputs);
}

/** The same of one of its officers. */
export function officerProblems(claim: OfficerClaim, whose: Whose, found: Found): void {
  if (claim.partQuarterActuals) found(partQuarterFinding(claim, whose));
  unusualPay(claim, whose, found);
  authorizationProblems(claim, whose, found);
  officerPriorProblems(claim, whose, found);
}

export const whoseOf = ({ id, prior, payrollQuarters }: Agency, terms: Terms, { rosters }: Inputs): Whose => ({
  agency: id,
  where: rosters.get(id)?.table ?? null,
  terms,
  prior,
  fromPayroll: terms.earlier.filter(
    ({ quarter }) => payrollQuarters.has(quarter.id) && !prior.some((claim) => claim.quarter === quarter.id),
  ),
});

/** Rows of evidence that name no line of the claim. */
function* evidenceProblems(claim: AgencyClaim, { quarter }: Terms, { tables }: Inputs): Generator<Finding> {
  // Of totals alone it cannot be told.
  if (claim.officers.length === 0) return;
  const { rows = [] } = backing(claim, quarter.id) ?? {};
  const where = rows.length > 0 ? (tables.find(({ role }) => role === "evidence") ?? null) : null;
  for (const { row, amount } of rows)
    if (amount === 0)
      yield new Finding(
        { severity: "warning", code: "evidence-fits-nothing", where, line: row.line, agency: claim.agency.id },
        () => `${quoted(row.document)} names no line of the claim of ${printable(claim.agency.id)} for ${quarter.id}`,
        "check the officer's id, the quarter and the figure",
      );
}

function* awardProblems({ agency, awards, totals }: AgencyClaim, { quarter }: Terms): Generator<Problem> {
  const whose = printable(agency.id);
  if (!awards.placement)
    yield of(agency, "notice", "no-rate", () => `${whose} has no placement rate for ${quarter.id}: no award`);
  else if (awards.placement.provided === 0)
    yield of(
      agency,
      "notice",
      "no-locations",
      () => `${whose} was provided no locations in ${quarter.id}: no rate, no award`,
    );
  else if (awards.placement.reference === null && totals.award > 0)
    yield of(
      agency,
      "warning",
      "award-without-reference",
      () =>
        `the award of ${whose} for ${quarter.id}, ${dollarText(totals.award)}, has no reference to ICE's determination`,
      "put the reference into the column reference of the rates",
      totals.award,
    );
}

function partQuarterFinding({ officer, eligibleDays, overtimePaid }: OfficerClaim, whose: Whose): Finding {
  const line = officer.spans.at(-1)?.line ?? null;
  return officerFinding({ code: "part-quarter-actuals", officer, line, amount: overtimePaid, ...whose }, () => {
    const what = overtimePaid > 0 ? `${dollarText(overtimePaid)} of overtime` : "its pay";
    return `was eligible on ${eligibleDays} of ${whose.terms.quarter.days} days: make sure that ${what} was earned on them`;
  });
}

/** The cap draws on the year's earlier quarters; one of which nothing is known counts as nothing claimed. */
function* earlierQuartersUnknown(agency: Agency, { quarter, earlier }: Terms): Generator<Problem> {
  const ids = earlier.map((then) => then.quarter.id);
  const unknown = ids.filter(
    (id) => !agency.payrollQuarters.has(id) && !agency.prior.some((one) => one.quarter === id),
  );
  if (unknown.length === 0) return;
  const cap = `the overtime cap of ${printable(agency.id)}`;
  yield unknown.length === ids.length
    ? of(
        agency,
        "warning",
        "cap-saw-one-quarter",
        () =>
          `${cap} counts ${quarter.id} alone: neither payroll nor a prior claim tells what earlier quarters claimed`,
        `give the payroll of the earlier quarters of ${quarter.year.id}, or --prior with the claims filed`,
      )
    : of(
        agency,
        "warning",
        "cap-missed-a-quarter",
        () =>
          `${cap} counts nothing for ${unknown.join(" and ")}: neither payroll nor a prior claim tells what was claimed then`,
        `give the payroll of ${unknown.join(" and ")}, or --prior with the claim filed`,
      );
}

/** A prior claim is what was claimed; where payroll gives something else, an amendment may be due. */
function* priorDiffersFromPayroll(agency: Agency, terms: Terms): Generator<Problem> {
  const both = ({ quarter }: Terms): boolean =>
    agency.payrollQuarters.has(quarter.id) && agency.prior.some((claim) => claim.quarter === quarter.id);
  if (agency.prior.length === 0 || !terms.earlier.some(both)) return;
  for (const officer of agency.officers)
    for (const { filed, payroll, stated } of priorAndPayroll(officer, agency, terms))
      for (const line of stated)
        if (filed[line] !== payroll[line])
          yield of(
            agency,
            "warning",
            "prior-differs-from-payroll",
            () =>
              `officer ${printable(officer.id)}: ${dollarText(filed[line])} of ${line} was claimed for ${filed.quarter}, payroll gives ${dollarText(payroll[line])}; the prior claim counts`,
            `amend the claim of ${filed.quarter} if payroll is right`,
          );
}

const of = (
  { id }: Agency,
  severity: Problem["severity"],
  code: Problem["code"],
  say: () => string,
  remedy: string | null = null,
  amount?: Money,
): Finding =>
  new Finding(
    { severity, code, where: null, line: null, agency: id, ...(amount === undefined ? {} : { amount }) },
    say,
    remedy,
  );
