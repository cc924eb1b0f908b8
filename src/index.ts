/** The library: the functions behind the commands, for another program. */
export { amendedLines, amendment, type Filed } from "./amend/amend.ts";
export { type FiledPrior, type PriorByAgency, withPrior } from "./document/prior.ts";
export { BadClaim, type ClaimFile, readClaim } from "./document/read.ts";
export type {
  AgencyDocument,
  AmendmentDocument,
  ClaimDocument,
  OfficerDocument,
  TotalsDocument,
} from "./document/schema.ts";
export { type AgencyClaim, claimAgency } from "./engine/agency.ts";
export type { Derivation, Step } from "./engine/derivation.ts";
export type { OfficerClaim } from "./engine/officer.ts";
export { fiscalQuarter, quarterOfId } from "./engine/rules/fiscal-quarter.ts";
export type { FiscalYear, Quarter } from "./engine/values/calendar.ts";
export type { ReadingId, Readings } from "./engine/values/ids.ts";
export { type Money, moneyFromText, moneyText } from "./engine/values/money.ts";
export type { Actuals, Agency, Officer, Placement, Span } from "./engine/values/records.ts";
export type { Terms } from "./engine/values/terms.ts";
export { type InputFile, type InputOptions, type Inputs, readInputs } from "./ingest/inputs.ts";
export { POLICY_287G, type Policy, policyText, termsFor } from "./policy/policy.ts";
export { type Problem, Problems } from "./problems/problems.ts";
export { FORMATS } from "./report/claim/formats.ts";
export { type ClaimParts, claimParts } from "./report/claim/parts.ts";
export type { Format, View } from "./report/format.ts";
export { type Chain, chainClaims } from "./run/chain.ts";
export { documentOf as claimDocument } from "./run/document.ts";
export { type Taking, takePrior } from "./run/prior.ts";
export { type Run, type RunOptions, runClaims } from "./run/run.ts";
export type { Difference } from "./verify/differences.ts";
export { type Verification, Verifier, type VerifyOptions } from "./verify/verify.ts";
export { type ComparedReading, compareReadings } from "./whatif/readings.ts";
export { type YearDocument, yearDocument } from "./whatif/year.ts";
