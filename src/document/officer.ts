import type { OfficerClaim } from "../engine/officer.ts";
import { overtimePaid, salaryPaid } from "../engine/rules/actuals.ts";
import { dayText } from "../engine/values/calendar.ts";
import { exactText, fraction, product } from "../engine/values/fraction.ts";
import { moneyText, payText } from "../engine/values/money.ts";
import type { Actuals, Agreement, Officer, Span } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import { figureTexts, OFFICER_FIGURES } from "./figures.ts";
import type { OfficerDocument } from "./schema.ts";

/** An officer's line, and the records that it was computed from. */
export function officerDocument(claim: OfficerClaim, terms: Terms, redact: boolean): OfficerDocument {
  const { officer } = claim;
  const document: OfficerDocument = {
    officer_id: officer.id,
    officer_name: redact || officer.name === "" ? null : officer.name,
    program_model: claim.model,
    eligible_days: claim.eligibleDays,
    basis: claim.basis,
    ...figureTexts(claim, OFFICER_FIGURES),
    reasons: [...claim.reasons],
    rows: officer.spans.map(rowDocument),
    actuals: actualsDocument(officer, terms),
  };
  return officer.equipmentCost === null ? document : { ...document, equipment_cost: moneyText(officer.equipmentCost) };
}

const dayOrNull = (day: number | null): string | null => (day === null ? null : dayText(day));

const HUNDRED = fraction(100, 1);

/** A roster row as documents write it. */
export const rowDocument = (span: Span): OfficerDocument["rows"][number] => ({
  line: span.line,
  program_model: span.model,
  trained_on: dayOrNull(span.trainedOn),
  start_date: dayOrNull(span.start),
  end_date: dayOrNull(span.end),
  eligible: span.eligible,
  time_share: exactText(product(span.timeShare, HUNDRED)),
  annual_salary: payText(span.salary),
  annual_benefits: payText(span.benefits),
  ...(span.authorizedOn === undefined ? {} : { authorized_on: dayText(span.authorizedOn) }),
  ...(span.authorizedUntil === undefined ? {} : { authorized_until: dayText(span.authorizedUntil) }),
});

/** An agreement as documents write it. */
export const agreementDocument = ({ line, model, signedOn, endedOn }: Agreement) => ({
  line,
  program_model: model,
  signed_on: dayText(signedOn),
  ended_on: dayOrNull(endedOn),
});

type ActualsDocument = OfficerDocument["actuals"][number];

/** The actuals of the claim's quarter and of the earlier ones of its fiscal year. */
function actualsDocument({ actuals }: Officer, terms: Terms): ActualsDocument[] {
  const isOfYear = ({ quarter: id }: Actuals): boolean =>
    id === terms.quarter.id || terms.earlier.some(({ quarter }) => quarter.id === id);
  const ofYear = actuals.every(isOfYear) ? actuals : actuals.filter(isOfYear);
  return ofYear.map((one) => knownAmounts(one, terms));
}

function knownAmounts(actuals: Actuals, terms: Terms): ActualsDocument {
  const amounts = {
    salary_paid: salaryPaid(actuals, terms),
    benefits_paid: actuals.benefitsPaid,
    overtime_paid: overtimePaid(actuals, terms),
    other_funding: actuals.otherFunding,
  };
  const { quarter, overtimeHours } = actuals;
  const document: ActualsDocument = { quarter };
  for (const column of Object.keys(amounts) as (keyof typeof amounts)[]) {
    const amount = amounts[column];
    if (amount !== null) document[column] = moneyText(amount);
  }
  if (overtimeHours !== undefined) document.hours = payText(overtimeHours);
  return document;
}
