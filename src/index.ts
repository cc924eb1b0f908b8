/** The library: the functions behind the commands, for another program. */
export { amendment, type Filed } from "./audit/amend.ts";
export { type Chain, chainClaims } from "./audit/chain.ts";
export { BadClaim, type ClaimFile, readClaim } from "./audit/claim-file.ts";
export type { Difference } from "./audit/differences.ts";
export { claimDocument } from "./audit/document.ts";
export { type FiledPrior, type PriorByAgency, withPrior } from "./audit/prior.ts";
export { type Run, type RunOptions, runClaims } from "./audit/run.ts";
export type {
  AgencyDocument,
  AmendmentDocument,
  ClaimDocument,
  OfficerDocument,
  TotalsDocument,
} from "./audit/schema.ts";
export { type Taking, takePrior } from "./audit/take-prior.ts";
export { type Verification, Verifier, type VerifyOptions } from "./audit/verify.ts";
export { type ReadingWorth, worthOfReadings } from "./audit/worth.ts";
export { type YearDocument, yearDocument } from "./audit/year.ts";
export { type FiscalYear, fiscalQuarter, type Quarter, quarterOfId } from "./engine/calendar.ts";
export { type AgencyClaim, claimAgency } from "./engine/claim.ts";
export type { Derivation, ReadingId, Readings, Step } from "./engine/derivation.ts";
export { type Money, moneyFromText, moneyText } from "./engine/money.ts";
export type { OfficerClaim } from "./engine/officer-claim.ts";
export type { Actuals, Agency, Officer, Placement, Span } from "./engine/records.ts";
export type { Terms } from "./engine/terms.ts";
export { type InputFile, type InputOptions, type Inputs, readInputs } from "./ingest/inputs.ts";
export { type Problem, Problems } from "./ingest/problems.ts";
export { POLICY_287G, type Policy, policyText, termsFor } from "./policy/policy.ts";
export type { Format, View } from "./report/format.ts";
export { FORMATS } from "./report/formats.ts";
