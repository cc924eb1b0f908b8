import { EVIDENCE_FIGURES, type EvidenceFigure, type EvidenceRow } from "../engine/values/records.ts";
import { printable } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { Refusal } from "../problems/refusal.ts";
import { counted, few } from "../problems/words.ts";
import { parseQuarter } from "./cells/quarter.ts";
import { type CellReader, idText, shortText } from "./cells/words.ts";
import type { RosterStore } from "./store.ts";
import { EVIDENCE, findColumns, type HeaderMap } from "./table/columns.ts";
import { valueRows } from "./table/header.ts";
import { RowReader } from "./table/row-reader.ts";
import type { Table } from "./text/rows.ts";

/** The SHA-256 of a document that a row names, where documents are at hand; undefined where its hash is not asked for. */
export type HashOfDocument = (name: string) => string | Refusal | undefined;

/** Reads which papers stand behind which figures, which each of the rosters' agencies then has, if none. @param hashOf see HashOfDocument */
export function readEvidence(
  table: Table,
  map: HeaderMap,
  store: RosterStore,
  problems: Problems,
  hashOf: HashOfDocument = () => undefined,
): void {
  const at = findColumns(table, EVIDENCE, { map, agency: "" }, problems);
  if (!at) return;
  const [only, ...others] = store.agencies.keys();
  const single = only !== undefined && others.length === 0 ? only : null;
  const found = new Map([...store.agencies.keys()].map((id): [string, EvidenceRow[]] => [id, []]));
  const strangers = new Set<string>();
  const reader = new RowReader(table, problems);
  valueRows(table, problems, (row) => {
    const id = idText(at.agency_id.index < 0 ? "" : (row.cells[at.agency_id.index] ?? "")) || single;
    const own = id === null ? undefined : found.get(id);
    if (id !== null && !own) {
      strangers.add(id);
      return;
    }
    if (!reader.begin(row, id, false)) return;
    if (!own) {
      reader.refuse(at.agency_id, { code: "agency-not-named", ...NOT_NAMED });
      return;
    }
    const officer = idText(reader.text(at.officer_id)) || null;
    const quarter = reader.need(at.quarter, parseQuarter, "write the fiscal quarter, such as FY2026-Q1");
    const figure = reader.read(at.figure, evidenceFigure, null);
    const document = reader.need(at.document, shortText, "write the name or the number of the document");
    const typed = reader.read(at.sha256, hash, null);
    const pages = reader.read(at.pages, shortText, null);
    const hashed = document === undefined ? undefined : hashOf(document);
    if (hashed instanceof Refusal)
      reader.refuse(at.document, { ...hashed, message: `the document ${reader.shown(document ?? "")} ${hashed.says}` });
    else if (typed !== null && hashed !== undefined && typed !== hashed)
      reader.refuse(at.sha256, {
        code: "evidence-differs",
        message: `the document ${reader.shown(document ?? "")} has another SHA-256: ${hashed}`,
        remedy: "put the document in its place that was meant, or correct the hash",
      });
    if (reader.bad || hashed instanceof Refusal || !quarter || document === undefined) return;
    const sha256 = typed ?? hashed;
    own.push({
      ...{ line: row.line, officer, quarter: quarter.id, figure, document },
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(pages === null ? {} : { pages }),
    });
  });
  for (const agency of store.agencies.values()) agency.evidence = found.get(agency.id) ?? [];
  if (strangers.size > 0)
    problems.warning({
      code: "evidence-of-unknown-agencies",
      where: table,
      message: `ignored the evidence of ${counted(strangers.size, "agency", "agencies")} not in the roster: ${few([...strangers].map(printable))}`,
    });
}

const NOT_NAMED = {
  message: "the row names no agency, and the roster has several",
  remedy: "add an agency_id column that says which agency each row is for",
};

const evidenceFigure: CellReader<EvidenceFigure> = (text) => {
  const plain = text.toLowerCase().replace(/\s+/g, "");
  const found = EVIDENCE_FIGURES.find((one) => one === plain);
  return (
    found ??
    new Refusal("unknown-figure", "is no figure of a claim", `write ${EVIDENCE_FIGURES.join(", ")}, or nothing for all`)
  );
};

const hash: CellReader<string> = (text) =>
  /^[0-9a-f]{64}$/i.test(text)
    ? text.toLowerCase()
    : new Refusal("not-a-hash", "is no SHA-256", "write its 64 hexadecimal digits, or leave it blank");
