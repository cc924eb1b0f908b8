import type { AgencyDocument } from "../../../document/schema.ts";
import { moneyText } from "../../../engine/values/money.ts";
import { EVIDENCE_FIGURES, type EvidenceFigure } from "../../../engine/values/records.ts";
import { figureName } from "../../figures.ts";
import { dollars, sumOf } from "../../text/amounts.ts";
import { dearestFirst, type LineWithout, linesWithout } from "../evidence-lines.ts";
import { amount, amountBy, type Cell, text } from "./cell.ts";
import type { OfficerSources } from "./figure-of.ts";
import type { Part } from "./part.ts";
import { Sheet } from "./sheet.ts";
import { type Column, column, Table } from "./table.ts";
import type { WorkedAgency } from "./worked.ts";

const HEAD = 5;
/** Lines without a document that are listed. */
const MOST_FETCHED = 1_000;

type EvidenceLine = NonNullable<AgencyDocument["evidence"]>["lines"][number];
type Row<Line> = Line & { readonly agency: WorkedAgency };

/** The sheet Evidence: which document stands behind which dollars, and what to fetch next; none where nobody said. */
export function evidenceSheet(part: Part, sources: OfficerSources): Sheet[] {
  const agencies = part.agencies.filter(({ claim }) => claim.evidence);
  if (agencies.length === 0) return [];
  const sheet = new Sheet(`Evidence${part.suffix}`);
  const sum = (of: (agency: WorkedAgency) => string | undefined): string =>
    dollars(moneyText(sumOf(agencies.map((agency) => of(agency) ?? "0.00"))));
  const covered = sum(({ claim }) => claim.evidence?.covered);
  const uncovered = sum(({ claim }) => claim.evidence?.uncovered);
  sheet.put(1, 0, text("Evidence: which document stands behind which dollars", "title"));
  sheet.put(
    2,
    0,
    text(`${covered} of ${sum(({ claim }) => claim.totals.total)} has a document, ${uncovered} has none.`),
  );
  sheet.put(
    3,
    0,
    text("Other funding comes off lines with a document first; documents may name the same line.", "hint"),
  );
  const lines = agencies.flatMap((agency) => (agency.claim.evidence?.lines ?? []).map((line) => ({ agency, ...line })));
  const documents = new Table(sheet, HEAD, documentColumns(sources), lines);
  fetchNext(sheet, documents.last + 3, agencies, sources);
  sheet.freeze(HEAD, 0);
  return [sheet];
}

const documentColumns = (sources: OfficerSources): Column<Row<EvidenceLine>>[] => [
  column("agency", "Agency", 13, ({ agency }) => text(agency.claim.agency_id)),
  column("officer", "Officer", 12, ({ officer_id }) => text(officer_id ?? "all")),
  column("figure", "Figure", 12, ({ figure }) => text(figure === null ? "all" : figureName(figure))),
  column("amount", "Dollars", 16, ({ agency, officer_id, figure, amount: stated }) =>
    dollarsOf(agency, officer_id, figure === null ? EVIDENCE_FIGURES : [figure], stated, sources),
  ),
  column("document", "Document", 40, ({ document }) => text(document)),
  column("pages", "Pages", 10, ({ pages }) => text(pages)),
  column("sha256", "SHA-256", 66, ({ sha256 }) => text(sha256)),
];

/** The lines without a document, the dearest first. */
function fetchNext(sheet: Sheet, top: number, agencies: readonly WorkedAgency[], sources: OfficerSources): void {
  const all = agencies.flatMap((agency) => linesWithout(agency.claim).map((line) => ({ agency, ...line })));
  if (all.length === 0) return;
  all.sort(dearestFirst);
  const most = all.length > MOST_FETCHED ? `, the dearest ${MOST_FETCHED} of ${all.length}` : ", the dearest first";
  sheet.put(top, 0, text(`To fetch next: lines without a document${most}`, "strong"));
  new Table(sheet, top + 1, fetchColumns(sources), all.slice(0, MOST_FETCHED));
}

const fetchColumns = (sources: OfficerSources): Column<Row<LineWithout>>[] => [
  column("agency", "Agency", 13, ({ agency }) => text(agency.claim.agency_id)),
  column("officer", "Officer", 12, ({ officer }) => text(officer?.officer_id ?? "the agency")),
  column("figure", "Figure", 12, ({ figure }) => text(figureName(figure))),
  column("amount", "Dollars", 16, ({ agency, officer, figure, amount: stated }) =>
    dollarsOf(agency, officer?.officer_id ?? null, [figure], stated, sources),
  ),
];

/** The dollars of some figures of an officer, or of all officers and the agency, by the cells that they stand in. */
function dollarsOf(
  agency: WorkedAgency,
  id: string | null,
  figures: readonly EvidenceFigure[],
  stated: string,
  { officers, rates }: OfficerSources,
): Cell {
  const officer = agency.officers.find((one) => one.officer.officer_id === id);
  const found = figures.flatMap((figure): (readonly [string, string])[] => {
    if (figure === "vehicles")
      return id === null && rates.has(figure) ? [[rates.of(figure, agency), agency.claim.totals.vehicles]] : [];
    if (!officers.has(figure)) return [];
    if (officer) return [[officers.figure(figure, officer), officer.officer[figure]]];
    return id === null ? [[officers.sum(figure, agency), agency.claim.totals[figure]]] : [];
  });
  const isAll = found.length > 0 && moneyText(sumOf(found.map(([, value]) => value))) === stated;
  return isAll ? amountBy(found.map(([by]) => by).join("+"), stated) : amount(stated, "given");
}
