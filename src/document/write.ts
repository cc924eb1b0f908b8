import type { AgencyClaim } from "../engine/agency.ts";
import { backing } from "../engine/evidence.ts";
import { notClaimedOf } from "../engine/not-claimed.ts";
import { bandText } from "../engine/readings/rate-rounding.ts";
import { sumTotals, type Totals } from "../engine/rules/total.ts";
import { dayText } from "../engine/values/calendar.ts";
import { decimalText } from "../engine/values/fraction.ts";
import { moneyText } from "../engine/values/money.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { type HeaderMap, headerMap } from "../ingest/table/columns.ts";
import { policyHash } from "../policy/known.ts";
import { type Policy, valueOn } from "../policy/policy.ts";
import { version } from "../version.ts";
import { DerivationWriter } from "./derivation.ts";
import { figureTexts, TOTAL_FIGURES } from "./figures.ts";
import { InputHashes } from "./input-hash.ts";
import { agreementDocument, officerDocument } from "./officer.ts";
import { agencyPrior, officerPrior, priorPaths } from "./prior.ts";
import type { AgencyDocument, ClaimDocument, ClaimFigures, RequestDocument, TotalsDocument } from "./schema.ts";

/** What claims were asked for, as documents record it. */
export interface ClaimOptions {
  readonly agency: string | null;
  /** Column to header. */
  readonly map: Readonly<Record<string, string>>;
  /** Column to value, of columns that the roster lacks. */
  readonly set?: Readonly<Record<string, string>>;
  /** The sheet of workbooks that was asked for. */
  readonly sheet?: string | undefined;
  readonly redact: boolean;
  /** Whom the claim is from and goes to. */
  readonly request?: RequestParts;
}

/** What is said of a request once; its number is the agency's and the quarter's where none is given. */
export interface RequestParts {
  readonly invoice?: string | undefined;
  readonly agency?: RequestDocument["agency"];
  readonly bill_to?: RequestDocument["bill_to"];
}

/** What was left out of an agency for errors. */
export interface LeftOut {
  readonly agency: string;
  readonly problems: number;
  readonly rows: number;
}

/** The claims of a document and the inputs that they were computed from. */
export interface Computed {
  readonly claims: readonly AgencyClaim[];
  readonly leftOut: readonly LeftOut[];
  readonly inputs: Pick<Inputs, "tables" | "rosters">;
}

/** Writes claims/1 documents of one policy, quarter and set of options; what they have in common is made once. */
export class ClaimWriter {
  readonly policy: Policy;
  readonly terms: Terms;
  readonly options: ClaimOptions;
  private readonly map: HeaderMap;
  private readonly hashes: InputHashes;
  private readonly policyPart: ClaimFigures["policy"];
  private policyHash: string | undefined;

  constructor(policy: Policy, terms: Terms, options: ClaimOptions) {
    this.policy = policy;
    this.terms = terms;
    this.options = options;
    this.map = headerMap(options.map);
    this.hashes = new InputHashes(this.map);
    this.policyPart = policyPart(policy, terms);
  }

  /** A document: whole, so that with it alone the claim can be recomputed. @param figures of the same claims */
  document(
    computed: Computed,
    warnings: ClaimDocument["warnings"],
    figures: ClaimFigures = this.figures(computed),
  ): ClaimDocument {
    const { schema, generator, policy, options, quarter, claims, totals, incomplete } = figures;
    const { id, ...read } = policy;
    this.policyHash ??= policyHash(this.policy);
    return {
      schema,
      generator,
      policy: { id, sha256: this.policyHash, ...read },
      options,
      quarter,
      inputs: this.hashes.inputsOf(computed.inputs, new Set(claims.map(({ agency_id }) => agency_id))),
      claims,
      totals,
      incomplete,
      warnings,
    };
  }

  /** The same without what takes time and only documents have: the hashes and the warnings. */
  figures({ claims, leftOut, inputs }: Computed): ClaimFigures {
    const { agency, map, set = {}, sheet, redact } = this.options;
    const { id, start, end, days } = this.terms.quarter;
    const documents = claims.map((claim) => this.agencyPart(claim, inputs));
    const [only] = documents.length === 1 ? documents : [];
    return {
      schema: "claims/1",
      generator: `claims ${version}`,
      policy: this.policyPart,
      options: {
        agency,
        map: { ...map },
        ...(Object.keys(set).length > 0 ? { set: { ...set } } : {}),
        ...(sheet === undefined ? {} : { sheet }),
        prior: priorPaths(claims),
        ...(redact ? { redact: true as const } : {}),
      },
      quarter: { id, start: dayText(start), end: dayText(end), days },
      claims: documents,
      totals: {
        agencies: claims.length,
        ...(only ? only.totals : totalsDocument(sumTotals(claims.map(({ totals }) => totals)))),
      },
      incomplete: incompletePart(leftOut),
    };
  }

  /** The request of an agency; the profile's own block is for the agency that it names. */
  private request(id: string): { request?: RequestDocument } {
    const { request } = this.options;
    if (!request) return {};
    const { invoice = invoiceOf(id, this.terms.quarter.id), agency, bill_to } = request;
    const own = agency && (agency.id === undefined || agency.id === id) ? { agency } : {};
    return { request: { invoice, ...own, ...(bill_to ? { bill_to } : {}) } };
  }

  private agencyPart(claim: AgencyClaim, inputs: Computed["inputs"]): AgencyDocument {
    const { agency, awards, reasons } = claim;
    const { policy, terms, options, map } = this;
    const writer =
      claim.derivations.length > 0
        ? new DerivationWriter(claim, inputs, policy, terms, map, options.set ?? {})
        : undefined;
    return {
      agency_id: agency.id,
      agency_name: agency.name,
      ...this.request(agency.id),
      placement: placementDocument(claim),
      officers: claim.officers.map((officer, index) =>
        Object.assign(
          officerDocument(officer, terms, options.redact),
          officerPrior(officer.officer, agency),
          writer && { derivation: writer.officer(index) },
        ),
      ),
      totals: totalsDocument(claim.totals),
      ...(reasons.length > 0 ? { reasons: [...reasons] } : {}),
      ...(awards.placement && awards.placement.vehicleCost !== null
        ? { vehicle_cost: moneyText(awards.placement.vehicleCost) }
        : {}),
      ...notClaimedPart(claim, terms),
      ...evidencePart(claim, terms),
      ...(agency.agreements && { agreements: agency.agreements.map(agreementDocument) }),
      ...(awards.placement?.provided === 0 ? { placements_provided: 0 as const } : {}),
      ...agencyPrior(agency.prior),
      ...(writer ? { derivation: writer.agency() } : {}),
    };
  }
}

function notClaimedPart(claim: AgencyClaim, terms: Terms): Pick<AgencyDocument, "not_claimed"> {
  const rows = notClaimedOf(claim, terms).map(({ officer, figure, amount, reason }) => ({
    officer_id: officer?.officer.id ?? null,
    figure,
    amount: moneyText(amount),
    reason: reason.code,
  }));
  return rows.length > 0 ? { not_claimed: rows } : {};
}

function evidencePart(claim: AgencyClaim, { quarter }: Terms): Pick<AgencyDocument, "evidence"> {
  const found = backing(claim, quarter.id);
  if (!found) return {};
  const lines = found.rows.map(({ row: { line, officer, figure, document, sha256, pages }, amount }) => ({
    line,
    officer_id: officer,
    figure,
    document,
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(pages === undefined ? {} : { pages }),
    amount: moneyText(amount),
  }));
  return { evidence: { covered: moneyText(found.covered), uncovered: moneyText(found.uncovered), lines } };
}

/** The number of a request that nobody numbered. */
export const invoiceOf = (agency: string, quarter: string): string => `${agency}-${quarter}`;

/** `X-A1` after `X`, `X-A2` after `X-A1`. */
export function nextInvoice(invoice: string): string {
  const [, number = "0"] = /-A(\d+)$/.exec(invoice) ?? [];
  return `${invoice.replace(/-A\d+$/, "")}-A${Number(number) + 1}`;
}

const incompletePart = (leftOut: readonly LeftOut[]): ClaimDocument["incomplete"] =>
  leftOut.length === 0
    ? null
    : {
        agencies: leftOut.map(({ agency, problems }) => ({ agency_id: agency, problems })),
        rows: leftOut.reduce((sum, { rows }) => sum + rows, 0),
      };

function policyPart(policy: Policy, { quarter, readings }: Terms): ClaimFigures["policy"] {
  const value = <P extends keyof typeof policy.parameters>(parameter: P) =>
    valueOn(policy, parameter, quarter.end, "the claim document").value;
  return {
    id: policy.id,
    readings,
    values: {
      "programme-start": value("programme-start"),
      "overtime-cap-share": value("overtime-cap-share"),
      "award-bands": value("award-bands").map((band) => ({ ...band })),
      "equipment-allowance": value("equipment-allowance"),
      "vehicle-allowance": value("vehicle-allowance"),
      "authorization-years": value("authorization-years"),
    },
  };
}

function placementDocument({ awards }: AgencyClaim): AgencyDocument["placement"] {
  const { placement, rate, band, perOfficer } = awards;
  if (!placement || !rate) return null;
  return {
    provided: placement.provided === null ? null : Number(placement.provided),
    successful: placement.successful === null ? null : Number(placement.successful),
    rate: decimalText(rate, 6),
    band: band ? bandText(band) : null,
    award_per_officer: moneyText(perOfficer),
    status: placement.reference === null ? "indicated" : "determined",
    reference: placement.reference,
  };
}

/** Totals as documents write them. */
export const totalsDocument = (totals: Totals): TotalsDocument => ({
  officers: totals.officers,
  claimed_officers: totals.claimedOfficers,
  award_officers: totals.awardOfficers,
  ...figureTexts(totals, TOTAL_FIGURES),
});
