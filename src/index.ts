/** The library: the functions behind the commands, for another program. */
export { claimDocument } from "./audit/document.ts";
export { type Run, type RunOptions, runClaims } from "./audit/run.ts";
export type { AgencyDocument, ClaimDocument, OfficerDocument, TotalsDocument } from "./audit/schema.ts";
export { type ReadingWorth, worthOfReadings } from "./audit/worth.ts";
export { fiscalQuarter, type Quarter, quarterOfId } from "./engine/calendar.ts";
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
