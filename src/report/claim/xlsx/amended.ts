import type { AmendmentDocument, AmendmentLine } from "../../../document/schema.ts";
import { figureName } from "../../figures.ts";
import { amount, amountBy, type Cell, numberOf, text } from "./cell.ts";
import type { Sources } from "./figure-of.ts";
import type { Part } from "./part.ts";
import { Sheet } from "./sheet.ts";
import { type Beside, type Column, column, Table } from "./table.ts";

const HEAD = 4;

/** The sheet Amendment: what differs from the filed claim, each with its cause. */
export function amendedSheet(part: Part, amendment: AmendmentDocument, sources: Sources): Sheet {
  const sheet = new Sheet(`Amendment${part.suffix}`);
  const { filed, lines } = amendment;
  sheet.put(1, 0, text("Differences from the claim as filed", "title"));
  sheet.put(2, 0, text(`${filed.path}, SHA-256 ${filed.sha256}`, "hint"));
  const table = new Table(sheet, HEAD, columnsOf(part, amendment, sources), lines);
  table.sums(table.last + 1, "Sum", lines);
  sheet.freeze(HEAD, 0);
  return sheet;
}

function columnsOf(part: Part, { difference }: AmendmentDocument, sources: Sources): Column<AmendmentLine>[] {
  return [
    column("agency", "Agency", 13, ({ agency_id }) => text(agency_id)),
    column("officer", "Officer", 12, ({ officer_id }) => text(officer_id)),
    column("figure", "Figure", 16, ({ figure }) => text(figureName(figure))),
    column("filed", "Filed", 15, ({ filed }) => amount(filed, "given")),
    column("now", "Now", 15, (line) => nowCell(part, line, sources)),
    {
      key: "difference",
      title: "Difference in the total",
      width: 15,
      cell: (line, at) => amountBy(differenceOf(line, at), line.difference, "claimed"),
      sum: () => numberOf(difference),
    },
    column("cause", "Cause", 80, ({ cause }) => text(cause, "wrapped")),
  ];
}

/** Other funding comes off the total. */
const differenceOf = ({ figure }: AmendmentLine, at: Beside): string =>
  figure === "other_funding" ? `${at("filed")}-${at("now")}` : `${at("now")}-${at("filed")}`;

function nowCell(
  part: Part,
  { agency_id, officer_id, figure, now }: AmendmentLine,
  { officers, rates }: Sources,
): Cell {
  const agency = part.agencies.find(({ claim }) => claim.agency_id === agency_id);
  if (agency && figure === "vehicles" && rates.has("vehicles")) return amountBy(rates.of("vehicles", agency), now);
  const officer = agency?.officers.find((one) => one.officer.officer_id === officer_id);
  return officer && officers?.has(figure) ? amountBy(officers.figure(figure, officer), now) : amount(now, "given");
}
