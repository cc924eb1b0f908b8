import { recordsOf } from "../../../document/records.ts";
import type { AgencyDocument, ClaimDocument, OfficerDocument } from "../../../document/schema.ts";
import { earlierQuarters } from "../../../engine/officer.ts";
import { whyNotCounted } from "../../../engine/readings/award-headcount.ts";
import { capBase } from "../../../engine/readings/overtime-cap.ts";
import { partOfQuarter } from "../../../engine/readings/partial-quarter.ts";
import { quarterShare } from "../../../engine/readings/quarter-share.ts";
import { salaried } from "../../../engine/readings/salary-models.ts";
import { benefits } from "../../../engine/rules/benefits.ts";
import { countDays, type EligibleDays, eligibleRows } from "../../../engine/rules/eligible.ts";
import { claimedEver } from "../../../engine/rules/once-ever.ts";
import { overtimeCapRoom } from "../../../engine/rules/overtime-cap.ts";
import type { EarlierLine } from "../../../engine/rules/prior-claims.ts";
import { isTaskForceOfficer, taskForce } from "../../../engine/rules/program-model.ts";
import { salary } from "../../../engine/rules/salary.ts";
import type { Day } from "../../../engine/values/calendar.ts";
import { type Fraction, NONE, product } from "../../../engine/values/fraction.ts";
import { type Money, moneyFromText, moneyText } from "../../../engine/values/money.ts";
import type { Agency, Officer, Span } from "../../../engine/values/records.ts";
import type { Terms } from "../../../engine/values/terms.ts";

/** A roster row, and what the engine makes of it on its way to a figure. */
export interface WorkedRow {
  readonly officer: WorkedOfficer;
  readonly row: OfficerDocument["rows"][number];
  readonly span: Span;
  /** The days that count; none where there is no eligible one. */
  readonly counted: EligibleDays | undefined;
  /** Whether its pay is claimed, by the reading salary-models. */
  readonly claimed: boolean;
  /** Of the quarter, by the reading partial-quarter. */
  readonly part: number;
  /** Dollars, not rounded. */
  readonly salary: number;
  readonly benefits: number;
  /** Days from the fiscal year's start to the quarter's end that the cap is weighted by. */
  readonly yearDays: number;
  /** Whether it makes a task force officer by the quarter's end. */
  readonly taskForce: boolean;
}

/** An officer, and what the engine finds on the way to each figure. */
export interface WorkedOfficer {
  /** Counted from 1 through the workbook. */
  readonly number: number;
  readonly agency: WorkedAgency;
  readonly officer: OfficerDocument;
  readonly rows: WorkedRow[];
  /** The lines by annual pay alone, in dollars and cents. */
  readonly byAnnualPay: { readonly salary: string; readonly benefits: string };
  /** What the cap is a share of, in dollars. */
  readonly capBase: number;
  readonly cap: string;
  /** Earlier quarters of the fiscal year. */
  readonly earlier: readonly EarlierLine[];
  /** What prior claims claimed of equipment. */
  readonly equipmentBefore: Money;
  readonly counted: boolean;
}

export interface WorkedAgency {
  /** Counted from 1 through the workbook. */
  readonly number: number;
  readonly claim: AgencyDocument;
  readonly agency: Agency;
  readonly officers: WorkedOfficer[];
  readonly vehiclesBefore: Money;
}

/** What the engine finds on the way to the figures of a claim, from the document's own rows. */
export function workedClaim({ claims }: ClaimDocument, terms: Terms): WorkedAgency[] {
  let number = 0;
  return claims.map((claim, index) => {
    const agency = recordsOf(claim, terms.quarter.id);
    const officers: WorkedOfficer[] = [];
    const worked = {
      number: index + 1,
      claim,
      agency,
      officers,
      vehiclesBefore: claimedEver(agency.prior, ({ vehicles }) => vehicles),
    };
    const records = [...agency.officers];
    claim.officers.forEach((officer, at) => {
      number += 1;
      officers.push(workedOfficer(worked, officer, records[at] as Officer, number, terms));
    });
    return worked;
  });
}

function workedOfficer(
  agency: WorkedAgency,
  officer: OfficerDocument,
  record: Officer,
  number: number,
  terms: Terms,
): WorkedOfficer {
  const { quarter } = terms;
  const rows = eligibleRows(record, quarter.start, quarter.end, terms);
  const claimed = salaried(rows, terms);
  const days = countDays(rows);
  const earlier = earlierQuarters(record, agency.agency, terms);
  const cents = moneyFromText(officer.salary);
  const unspent = earlier.map((line) => ({ ...line, overtime: 0 }));
  const worked: WorkedOfficer = {
    number,
    agency,
    officer,
    rows: [],
    byAnnualPay: {
      salary: moneyText(salary(claimed, days, null, terms)),
      benefits: moneyText(benefits(claimed, days, null, terms)),
    },
    capBase: toNumber(capBase(record, cents, earlier, terms).dollars),
    cap: moneyText(overtimeCapRoom(record, cents, unspent, terms)),
    earlier,
    equipmentBefore: claimedEver(agency.agency.prior, ({ officers }) => officers.get(record.id)?.equipment ?? 0),
    counted: whyNotCounted(taskForce(rows), terms) === undefined,
  };
  record.spans.forEach((span, at) => {
    const row = officer.rows[at] as WorkedRow["row"];
    const counted = rows.filter((one) => one.span === span);
    worked.rows.push(
      ...(counted.length > 0 ? counted : [undefined]).map((one, index) =>
        workedRow(worked, row, span, record, one, days, claimed, index === 0, terms),
      ),
    );
  });
  return worked;
}

function workedRow(
  officer: WorkedOfficer,
  row: WorkedRow["row"],
  span: Span,
  record: Officer,
  counted: EligibleDays | undefined,
  days: number,
  claimed: readonly EligibleDays[],
  first: boolean,
  terms: Terms,
): WorkedRow {
  const part = counted ? partOfQuarter(counted, days, terms) : NONE;
  const isClaimed = counted !== undefined && claimed.includes(counted);
  const share = (pay: Span["salary"]): number =>
    isClaimed
      ? toNumber(product(product(product({ n: pay, d: 10_000 }, quarterShare(terms)), span.timeShare), part))
      : 0;
  return {
    officer,
    row,
    span,
    counted,
    claimed: isClaimed,
    part: toNumber(part),
    salary: share(span.salary),
    benefits: share(span.benefits),
    yearDays: first ? yearDays(record, span, terms) : 0,
    taskForce: isTaskForceOfficer({ ...record, spans: [span] }, terms),
  };
}

function yearDays(record: Officer, span: Span, terms: Terms): number {
  const { quarter } = terms;
  const rows = eligibleRows({ ...record, spans: [span] }, quarter.year.start, quarter.end, terms);
  return countDays(salaried(rows, terms));
}

/** The days that dates alone give a row in a period. */
export function daysByDates(
  span: Span,
  from: Day,
  to: Day,
  { programmeStart }: Terms,
): { first: Day; last: Day; days: number } {
  const first = Math.max(from, programmeStart, span.trainedOn ?? 0, span.start ?? 0);
  const last = Math.min(to, span.end ?? to);
  const counts = span.eligible && span.trainedOn !== null;
  return { first, last, days: counts ? Math.max(0, last - first + 1) : 0 };
}

const toNumber = ({ n, d }: Fraction): number => Number(n) / Number(d);
