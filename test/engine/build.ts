import { inOrder } from "../../src/engine/rules/authority.ts";
import { quarterOfId } from "../../src/engine/rules/fiscal-quarter.ts";
import { type Day, dayFromText, type Quarter } from "../../src/engine/values/calendar.ts";
import { type Fraction, fractionFromDecimal, ONE } from "../../src/engine/values/fraction.ts";
import type { ProgramModel, Readings } from "../../src/engine/values/ids.ts";
import { type AnnualPay, type Money, moneyFromText, wholeFromDigits } from "../../src/engine/values/money.ts";
import type {
  Actuals,
  Agency,
  Agreement,
  EvidenceFigure,
  EvidenceRow,
  Officer,
  Placement,
  PriorClaim,
  Span,
} from "../../src/engine/values/records.ts";
import type { Terms } from "../../src/engine/values/terms.ts";
import { POLICY_287G, termsFor } from "../../src/policy/policy.ts";

/** What payroll paid; blank or left out is unknown. */
interface PaidColumns {
  readonly salary_paid?: string;
  readonly benefits_paid?: string;
  readonly overtime_paid?: string;
  readonly other_funding?: string;
}

/** One roster row as a person writes it. Left out: officer A1, a task force officer, eligible, all of the time, no pay. */
export interface RosterRow extends PaidColumns {
  readonly officer?: string;
  readonly model?: ProgramModel;
  /** Blank: not trained. */
  readonly trained_on: string;
  readonly start_date?: string;
  readonly end_date?: string;
  readonly eligible?: "yes" | "no";
  readonly time_share?: string;
  readonly annual_salary?: string;
  readonly annual_benefits?: string;
  readonly equipment_cost?: string;
  readonly authorized_on?: string;
  readonly authorized_until?: string;
}

/** An agency's agreement; blank: in force still. */
export interface AgreementRow {
  readonly model?: ProgramModel;
  readonly signed_on: string;
  readonly ended_on?: string;
}

/** A row of evidence; blank: of everybody, of every figure. */
export interface EvidenceText {
  readonly officer?: string;
  readonly quarter: string;
  readonly figure?: EvidenceFigure;
  readonly document: string;
}

export interface PayrollRow extends PaidColumns {
  readonly officer?: string;
  readonly quarter: string;
  /** Overtime as hours × rate of pay, a row each; they add to what was paid. */
  readonly overtime_rows?: readonly { readonly hours: string; readonly rate: string }[];
}

export interface RateRow {
  readonly quarter: string;
  readonly rate?: string;
  readonly provided?: number;
  readonly successful?: number;
  readonly reference?: string;
  readonly vehicle_cost?: string;
}

/** A claim filed earlier: what it claimed of each officer and for vehicles. */
export interface PriorRow {
  readonly quarter: string;
  readonly vehicles?: string;
  readonly officers?: Readonly<
    Record<string, { salary?: string; overtime?: string; equipment?: string; receipts?: string; paid?: PaidColumns }>
  >;
}

/** All that is known of an agency, as text. */
export interface AgencyText {
  readonly roster: readonly RosterRow[];
  readonly payroll?: readonly PayrollRow[];
  readonly rates?: readonly RateRow[];
  readonly prior?: readonly PriorRow[];
  /** Left out: the run has none. */
  readonly agreements?: readonly AgreementRow[] | undefined;
  readonly evidence?: readonly EvidenceText[] | undefined;
}

export const quarter = (id: string): Quarter => quarterOfId(id) ?? refuse(`${id} is not a quarter`);

export const day = (text: string): Day => dayFromText(text) ?? refuse(`${text} is not a day`);

/** The terms of policy 287g for a quarter. */
export const terms = (id: string, readings: Partial<Readings> = {}): Terms =>
  termsFor(POLICY_287G, quarter(id), readings);

/** The agency of the rows. @param quarterId the quarter that actuals on roster rows belong to */
export function agency(text: AgencyText, quarterId: string): Agency {
  const { roster, payroll = [], rates = [], prior = [] } = text;
  const ids = [...new Set(roster.map(idOf))];
  const agreements = text.agreements && inOrder(text.agreements.map(agreement));
  return {
    id: "FL0000000",
    name: null,
    officers: ids.map((id) => officer(id, roster, payroll, quarterId, agreements)),
    placements: rates.map(placement),
    payrollQuarters: new Set(payroll.filter((row) => ids.includes(idOf(row))).map((row) => row.quarter)),
    prior: prior.map(priorClaim),
    ...(agreements && { agreements }),
    ...(text.evidence && { evidence: text.evidence.map(evidence) }),
  };
}

const idOf = (row: { readonly officer?: string }): string => row.officer ?? "A1";

const evidence = (row: EvidenceText, index: number): EvidenceRow => {
  const { officer = null, quarter, figure = null, document } = row;
  return { line: index + 2, officer, quarter, figure, document };
};

const agreement = ({ model = "TFM", signed_on, ended_on }: AgreementRow, index: number): Agreement => ({
  line: index + 2,
  model,
  signedOn: day(signed_on),
  endedOn: dayOrBlank(ended_on),
});

function officer(
  id: string,
  roster: readonly RosterRow[],
  payroll: readonly PayrollRow[],
  quarterId: string,
  agreements: readonly Agreement[] | undefined,
): Officer {
  const rows = roster.flatMap((row, index) => (idOf(row) === id ? [{ row, line: index + 2 }] : []));
  const onRoster = rows.flatMap(({ row }) => (paidColumns(row) ? [{ ...row, quarter: quarterId }] : []));
  const inPayroll = payroll.filter((row) => idOf(row) === id);
  return {
    id,
    name: `Officer ${id}`,
    spans: rows.map(({ row, line }) => ({ ...span(row, line), ...(agreements && { agreements }) })),
    actuals: [...onRoster.map((row) => actuals(row, [])), ...inPayroll.map((row, index) => actuals(row, [index + 2]))],
    equipmentCost: cents(rows.map(({ row }) => row.equipment_cost).find((cost) => cost !== undefined)),
  };
}

const paidColumns = (row: PaidColumns): boolean =>
  [row.salary_paid, row.benefits_paid, row.overtime_paid, row.other_funding].some((paid) => paid !== undefined);

const span = (row: RosterRow, line: number): Span => ({
  line,
  model: row.model ?? "TFM",
  trainedOn: dayOrBlank(row.trained_on),
  start: dayOrBlank(row.start_date),
  end: dayOrBlank(row.end_date),
  eligible: row.eligible !== "no",
  timeShare: share(row.time_share),
  salary: annual(row.annual_salary),
  benefits: annual(row.annual_benefits),
  ...(row.authorized_on ? { authorizedOn: day(row.authorized_on) } : {}),
  ...(row.authorized_until ? { authorizedUntil: day(row.authorized_until) } : {}),
});

const actuals = (row: PayrollRow, payrollLines: readonly number[]): Actuals => ({
  quarter: row.quarter,
  salaryPaid: cents(row.salary_paid),
  benefitsPaid: cents(row.benefits_paid),
  overtimePaid: cents(row.overtime_paid),
  ...(row.overtime_rows
    ? { overtimeRows: row.overtime_rows.map(({ hours, rate }) => ({ hours: annual(hours), rate: annual(rate) })) }
    : {}),
  otherFunding: cents(row.other_funding),
  payrollLines,
});

const placement = (row: RateRow, index: number): Placement => ({
  quarter: row.quarter,
  line: index + 2,
  provided: row.provided ?? null,
  successful: row.successful ?? null,
  rate: row.rate === undefined ? null : fractionFromDecimal(row.rate),
  reference: row.reference ?? null,
  vehicleCost: cents(row.vehicle_cost),
});

const priorClaim = (row: PriorRow): PriorClaim => ({
  quarter: row.quarter,
  vehicles: moneyFromText(row.vehicles ?? "0.00"),
  officers: new Map(
    Object.entries(row.officers ?? {}).map(
      ([id, { salary = "0.00", overtime = "0.00", equipment = "0.00", receipts, paid }]) => [
        id,
        {
          salary: moneyFromText(salary),
          overtime: moneyFromText(overtime),
          equipment: moneyFromText(equipment),
          ...(receipts && { receipts: moneyFromText(receipts) }),
          ...(paid && { paid: actuals({ ...paid, quarter: row.quarter }, []) }),
        },
      ],
    ),
  ),
});

const dayOrBlank = (text = ""): Day | null => (text === "" ? null : day(text));
const cents = (text = ""): Money | null => (text === "" ? null : moneyFromText(text));
const annual = (text = "0.00"): AnnualPay => wholeFromDigits(text, 4) ?? refuse(`${text} is not annual pay`);
const share = (text = "1"): Fraction => (text === "1" ? ONE : fractionFromDecimal(text));

function refuse(why: string): never {
  throw new Error(why);
}
