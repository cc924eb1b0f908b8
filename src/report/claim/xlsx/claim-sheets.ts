import type { TotalsDocument } from "../../../document/schema.ts";
import { agenciesSheet } from "./agencies.ts";
import { amendedSheet } from "./amended.ts";
import { evidenceSheet } from "./evidence.ts";
import { figureOf, type Sources } from "./figure-of.ts";
import { footOf, formSheet } from "./form.ts";
import { filesSheet, inputsSheet } from "./inputs.ts";
import type { CellName } from "./lines.ts";
import { notClaimedSheet } from "./not-claimed.ts";
import { officersSheet } from "./officers.ts";
import type { Part } from "./part.ts";
import { ratesSheet } from "./rates.ts";
import type { Sheet } from "./sheet.ts";
import type { WorkedAgency } from "./worked.ts";

/** The sheets of one claim. */
export interface Written {
  readonly part: Part;
  readonly sheets: readonly Sheet[];
  /** The names that their formulas use. */
  readonly names: readonly CellName[];
  /** A figure of an agency's totals as formulas of other sheets name it; undefined where there is none. */
  readonly figure: (key: keyof TotalsDocument, agency: WorkedAgency) => string | undefined;
}

/** The sheets of a claim with a line an officer, from the rows of the roster to the form. */
export function officersWritten(part: Part): Written {
  const inputs = inputsSheet(part);
  const rates = ratesSheet(part, inputs);
  const officers = officersSheet(part, inputs, rates);
  const sources = { officers, rates };
  const { amendment, agencies } = part;
  const [first] = agencies;
  const form = agencies.length === 1 && first ? formSheet(part, first, sources) : agenciesSheet(part, sources);
  const differences = amendment ? [amendedSheet(part, amendment, sources)] : [];
  const told = [notClaimedSheet(part, sources), ...evidenceSheet(part, sources)];
  const tables = [...differences, officers.sheet, ...told, rates.sheet, inputs.sheet];
  return finished(part, [form, ...tables], sources);
}

/** The sheets of a claim with a line an agency; no officer is in it. */
export function agenciesWritten(part: Part): Written {
  const rates = ratesSheet(part, undefined);
  const sources = { officers: undefined, rates };
  return finished(part, [agenciesSheet(part, sources), rates.sheet, filesSheet(part)], sources);
}

function finished(part: Part, sheets: readonly Sheet[], sources: Sources): Written {
  for (const sheet of sheets) sheet.print = { ...sheet.print, foot: footOf(part) };
  return { part, sheets, names: sources.rates.names, figure: (key, agency) => figureOf(key, agency, sources) };
}
