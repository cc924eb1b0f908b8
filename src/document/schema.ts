import {
  BASES,
  MODELS,
  mapped,
  READING_IDS,
  READINGS,
  type Readings,
  ROUNDINGS,
  RULE_IDS,
} from "../engine/values/ids.ts";
import { EVIDENCE_FIGURES } from "../engine/values/records.ts";
import { profileAgency, profileBillTo } from "../ingest/profile.ts";
import { ROLES } from "../ingest/text/rows.ts";
import * as z from "../zod.ts";
import { OFFICER_FIGURES, OFFICER_LINES, TOTAL_COUNTS, TOTAL_FIGURES } from "./figures.ts";

const text = (form: RegExp, what: string) => z.string(what).regex(form, what);

/** Plain text of cents: `21250.09`. */
const money = text(/^\d{1,30}\.\d\d$/, 'an amount of zero or more, as text with two decimals, such as "21250.09"');
/** A difference of two amounts, which may be below zero. */
const signedMoney = z.string().regex(/^-?\d+\.\d\d$/);
/** Annual pay: two to four decimals. */
const pay = text(/^\d{1,30}\.\d{2,4}$/, 'an annual amount, as text with two to four decimals, such as "85000.37"');
/** A percentage without its sign: `92.5`. */
const percent = text(/^\d{1,30}(\.\d{1,30})?$/, 'a percentage as text, such as "92.5"');
const A_DATE = 'a date as text, such as "2025-10-01"';
const date = z.iso.date(A_DATE).regex(/^(19|20|21)/, A_DATE);
const quarterId = text(/^FY2[01]\d\d-Q[1-4]$/, 'a fiscal quarter, such as "FY2026-Q1"');
const sha256 = text(/^[0-9a-f]{64}$/, "a SHA-256 in 64 hexadecimal digits");
const COUNT = "a whole number of zero or more";
const count = z.int(COUNT).nonnegative(COUNT);

/** The same of each name. */
const each = <N extends string, T>(names: readonly N[], one: T) =>
  Object.fromEntries(names.map((name) => [name, one])) as { [Name in N]: T };

const reason = z.strictObject({ code: z.string(), message: z.string() });

const band = z.strictObject({ from: z.int(), to: z.int(), award: money });

const policy = z.strictObject({
  id: z.string(),
  sha256,
  readings: z.strictObject(mapped(READINGS, (values) => z.enum(values))) as unknown as z.ZodType<Readings>,
  values: z.strictObject({
    "programme-start": date,
    "overtime-cap-share": percent,
    "award-bands": z.array(band),
    "equipment-allowance": money,
    "vehicle-allowance": money,
    /** Left out by releases that did not know it. */
    "authorization-years": text(/^[1-9]\d?$/, 'a whole number of years, as text, such as "2"').optional(),
  }),
});

const rosterRow = z.strictObject({
  line: count,
  program_model: z.enum(MODELS),
  trained_on: date.nullable(),
  start_date: date.nullable(),
  end_date: date.nullable(),
  eligible: z.boolean(),
  time_share: percent,
  annual_salary: pay,
  annual_benefits: pay,
  /** ICE's authorization of the officer, where the roster states it. */
  authorized_on: date.optional(),
  authorized_until: date.optional(),
});

const actuals = z.strictObject({
  quarter: quarterId,
  salary_paid: money.optional(),
  benefits_paid: money.optional(),
  overtime_paid: money.optional(),
  other_funding: money.optional(),
  /** Overtime hours, where payroll states them. */
  hours: pay.optional(),
});

const cell = z.strictObject({
  file: z.string(),
  line: count,
  column: count,
  header: z.string(),
  text: z.string(),
});

/** A figure of a prior claim; file: null where it is an earlier quarter of the same run. */
const priorFigure = z.strictObject({
  file: z.string().nullable(),
  quarter: quarterId,
  officer_id: z.string().nullable(),
  figure: z.enum(["overtime", "equipment", "vehicles"]),
  amount: money,
});

const step = z.strictObject({
  rule: z.enum(RULE_IDS),
  reading: z.enum(READING_IDS).optional(),
  policy: z.strictObject({ parameter: z.string(), source: z.string() }).optional(),
  cells: z.array(cell).optional(),
  prior: z.array(priorFigure).optional(),
  note: z.string().optional(),
  formula: z.string(),
  exact: z.string(),
  rounding: z.enum(ROUNDINGS).optional(),
  value: z.string(),
});

const derivation = z.strictObject({ figure: z.string(), value: z.string(), steps: z.array(step) });

/** What an earlier claim claimed of an officer. */
const officerPrior = z.strictObject({
  quarter: quarterId,
  salary: money,
  overtime: money,
  equipment: money,
  /** The receipts that it stated. */
  equipment_cost: money.optional(),
});

const officer = z.strictObject({
  officer_id: z.string(),
  officer_name: z.string().nullable(),
  program_model: z.enum(MODELS),
  eligible_days: count,
  basis: z.enum(BASES),
  ...each(OFFICER_FIGURES, money),
  reasons: z.array(reason),
  rows: z.array(rosterRow),
  actuals: z.array(actuals),
  equipment_cost: money.optional(),
  /** What earlier claims claimed of the officer; those that claimed nothing of it are left out. */
  prior: z.array(officerPrior).optional(),
  derivation: z.array(derivation).optional(),
});

const totals = z.strictObject({ ...each(TOTAL_COUNTS, count), ...each(TOTAL_FIGURES, money) });

const placement = z.strictObject({
  provided: count.nullable(),
  successful: count.nullable(),
  rate: percent,
  band: z.string().nullable(),
  award_per_officer: money,
  status: z.enum(["indicated", "determined"]),
  reference: z.string().nullable(),
});

/** A claim filed earlier that counts against caps and allowances; without path and hash: an earlier quarter of the same run. */
const agencyPrior = z.strictObject({
  quarter: quarterId,
  path: z.string().optional(),
  sha256: sha256.optional(),
  vehicles: money,
});

/** The request that a claim is: its number, who asks and who is asked. */
const request = z.strictObject({
  invoice: z.string(),
  agency: profileAgency.optional(),
  bill_to: profileBillTo.optional(),
});

/** What was paid to an officer, or for the agency's vehicles (null), and is not claimed, with the code of the reason. */
const notClaimed = z.strictObject({
  officer_id: z.string().nullable(),
  figure: z.enum(["salary", "benefits", "overtime", "other_funding", "equipment", "vehicles"]),
  amount: money,
  reason: z.string(),
});

/** A row of evidence.csv for the quarter, with the dollars of the claim's lines that it names. */
const evidenceLine = z.strictObject({
  line: count,
  officer_id: z.string().nullable(),
  figure: z.enum(EVIDENCE_FIGURES).nullable(),
  document: z.string(),
  sha256: sha256.optional(),
  pages: z.string().optional(),
  amount: money,
});

/** How many dollars of the claim have a document; covered and uncovered are its total. */
const evidence = z.strictObject({ covered: money, uncovered: money, lines: z.array(evidenceLine) });

/** An agreement of the agency; null: in force still. */
const agreement = z.strictObject({
  line: count,
  program_model: z.enum(MODELS),
  signed_on: date,
  ended_on: date.nullable(),
});

const agencyClaim = z.strictObject({
  agency_id: z.string(),
  agency_name: z.string().nullable(),
  request: request.optional(),
  placement: placement.nullable(),
  officers: z.array(officer),
  totals,
  /** Why vehicles are less than their receipts. */
  reasons: z.array(reason).optional(),
  vehicle_cost: money.optional(),
  /** What was paid and is not claimed, each dollar once; left out where there is none. */
  not_claimed: z.array(notClaimed).optional(),
  /** Where the run had evidence. */
  evidence: evidence.optional(),
  /** The agency's agreements, where the run had agreements. */
  agreements: z.array(agreement).optional(),
  /** 0 where nobody was provided, so that there is no rate. */
  placements_provided: z.literal(0).optional(),
  prior: z.array(agencyPrior).optional(),
  derivation: z.array(derivation).optional(),
});

/** Schema claims/1: the claim document. */
export const claimSchema = z.strictObject({
  schema: z.literal("claims/1"),
  generator: z.string(),
  /** The SHA-256 of the file of the claim that this one amends. */
  amends: sha256.optional(),
  policy,
  options: z.strictObject({
    agency: z.string().nullable(),
    map: z.record(z.string(), z.string()),
    /** What every roster row had in columns that the roster lacked. */
    set: z.record(z.string(), z.string()).optional(),
    /** The sheet of workbooks that was asked for. */
    sheet: z.string().optional(),
    prior: z.array(z.string()),
    redact: z.literal(true).optional(),
  }),
  quarter: z.strictObject({ id: quarterId, start: date, end: date, days: count }),
  inputs: z.array(
    z.strictObject({
      role: z.enum(ROLES),
      path: z.string(),
      scope: z.enum(["file", "rows"]),
      sha256,
      rows: count,
    }),
  ),
  claims: z.array(agencyClaim),
  totals: z.strictObject({ agencies: count, ...totals.shape }),
  incomplete: z
    .strictObject({ agencies: z.array(z.strictObject({ agency_id: z.string(), problems: count })), rows: count })
    .nullable(),
  warnings: z.array(
    z.strictObject({ code: z.string(), message: z.string(), file: z.string().nullable(), line: count.nullable() }),
  ),
});

/** The JSON Schema of the claim document, as text. */
export const claimJsonSchema = (): string => `${JSON.stringify(z.toJSONSchema(claimSchema), null, 2)}\n`;

/** Schema claims-readings/1: what each other value of each reading would make of a claim. */
export const readingsSchema = z.strictObject({
  schema: z.literal("claims-readings/1"),
  total: money,
  readings: z.array(
    z.strictObject({
      id: z.string(),
      used: z.string(),
      touched: z.boolean(),
      alternatives: z.array(z.strictObject({ value: z.string(), total: money, difference: signedMoney })),
    }),
  ),
});

/** Schema claims-problems/1: everything that was said of the inputs. */
export const problemsSchema = z.strictObject({
  schema: z.literal("claims-problems/1"),
  problems: z.array(
    z.strictObject({
      severity: z.enum(["error", "warning", "notice"]),
      code: z.string(),
      file: z.string().nullable(),
      line: count.nullable(),
      column: count.nullable(),
      message: z.string(),
      remedy: z.string().nullable(),
    }),
  ),
  more: z.array(z.strictObject({ file: z.string(), count })).optional(),
});

export type ClaimDocument = z.infer<typeof claimSchema>;
export type AgencyDocument = z.infer<typeof agencyClaim>;
export type OfficerDocument = z.infer<typeof officer>;
/** What a claim document says of the claim, without what it rests on. */
export type ClaimFigures = Omit<ClaimDocument, "policy" | "inputs" | "warnings"> & {
  policy: Omit<ClaimDocument["policy"], "sha256">;
};
export type CellDocument = z.infer<typeof cell>;
export type PriorFigureDocument = z.infer<typeof priorFigure>;
export type StepDocument = z.infer<typeof step>;
export type DerivationDocument = z.infer<typeof derivation>;
export type RequestDocument = z.infer<typeof request>;
export type NotClaimedDocument = z.infer<typeof notClaimed>;
export type TotalsDocument = z.infer<typeof totals>;

/** A difference may be below zero. */
const difference = text(/^-?\d{1,30}\.\d\d$/, 'a difference as text with two decimals, such as "-250.00"');

/** One figure that an amendment changes; the difference is what it adds to the total. */
const amendmentLine = z.strictObject({
  agency_id: z.string(),
  officer_id: z.string().nullable(),
  figure: z.enum([...OFFICER_LINES, "vehicles"]),
  filed: money,
  now: money,
  difference,
  cause: z.string(),
});

/** Schema claims-amendment/1: the difference from a filed claim, and the new claim whole. */
export const amendmentSchema = z.strictObject({
  schema: z.literal("claims-amendment/1"),
  filed: z.strictObject({ path: z.string(), sha256, total: money }),
  now: z.strictObject({ total: money }),
  difference,
  lines: z.array(amendmentLine),
  claim: claimSchema,
});

export type AmendmentDocument = z.infer<typeof amendmentSchema>;
export type AmendmentLine = z.infer<typeof amendmentLine>;
