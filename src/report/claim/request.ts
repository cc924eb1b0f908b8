import type { AgencyDocument, ClaimDocument } from "../../document/schema.ts";
import { invoiceOf } from "../../document/write.ts";

/** A field of the form; without a value it is a line to fill in. */
export type Field = readonly [label: string, value: string | null | undefined];

/** What the request says of itself and of whom it is billed to. Where nobody numbered it, its number is the agency's and the quarter's. */
export function requestFields({ request, agency_id }: AgencyDocument, { quarter, amends }: ClaimDocument): Field[] {
  const unnumbered = `${invoiceOf(agency_id, quarter.id)}${amends === undefined ? "" : "-A1"}`;
  const { invoice = unnumbered, agency, bill_to } = request ?? {};
  return [
    ["Request number", invoice],
    ["Date of the request", undefined],
    ["Billed to", bill_to?.agency],
    ["Agreement", agency?.agreement_number],
    ["Office", bill_to?.office],
    ["Signed on", agency?.agreement_signed_on],
    ["Its address", bill_to?.address],
    ["Own account", agency?.account_number],
  ];
}

/** Who claims, and where the money goes. */
export function claimantFields({ agency_id, agency_name, request }: AgencyDocument): Field[] {
  const { name, address, uei, ein, remit_to, contact } = request?.agency ?? {};
  const contacts = [contact?.name, contact?.phone, contact?.email].filter((text) => text !== undefined);
  return [
    ["Agency, ORI", agency_id],
    ["UEI", uei],
    ["Name", name ?? agency_name],
    ["EIN", ein],
    ["Address", address],
    ["Remit to", remit_to],
    ["Contact", contacts.length > 0 ? contacts.join(", ") : undefined],
  ];
}
