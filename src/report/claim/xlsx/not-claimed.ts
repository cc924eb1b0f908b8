import { minus, moneyFromText, moneyText } from "../../../engine/values/money.ts";
import { figureName } from "../../figures.ts";
import { sumOf } from "../../text/amounts.ts";
import { notClaimedLines } from "../not-claimed.ts";
import { amount, amountBy, type Cell, numberOf, text } from "./cell.ts";
import type { OfficerSources } from "./figure-of.ts";
import { isNamed, type Part } from "./part.ts";
import { Sheet } from "./sheet.ts";
import { type Column, column, Table } from "./table.ts";
import type { WorkedAgency, WorkedOfficer } from "./worked.ts";

/** Something that somebody might expect and that is not claimed. */
interface NotClaimed {
  readonly agency: WorkedAgency;
  readonly officer?: WorkedOfficer | undefined;
  readonly figure: string;
  /** What was paid, or has a receipt, and is not claimed. */
  readonly amount: Cell;
  /** The same as the document has it; null where it is no such amount. */
  readonly dollars: string | null;
  readonly why: string;
}

type Figure = ReturnType<typeof notClaimedLines>[number]["figure"];

const HEAD = 4;

/** The sheet "Not claimed": what was paid and is not claimed, and why; then what else is less than somebody might expect. */
export function notClaimedSheet(part: Part, sources: OfficerSources): Sheet {
  const sheet = new Sheet(`Not claimed${part.suffix}`);
  const rows = part.agencies.flatMap((agency) => {
    const amounts = amountsOf(agency, part, sources);
    const told = new Set(amounts.map(keyOf));
    return [...amounts, ...reasonsOf(agency).filter((reason) => !told.has(keyOf(reason)))];
  });
  sheet.put(1, 0, text("Not claimed, and why", "title"));
  if (rows.length === 0) sheet.put(2, 0, text("The claim names nothing that was given and is not claimed."));
  const table = new Table(sheet, HEAD, columnsOf(part), rows);
  table.sums(table.last + 1, "Sum", rows);
  sheet.freeze(HEAD, 0);
  return sheet;
}

const keyOf = ({ officer, why }: NotClaimed): string => `${officer?.number ?? ""} ${why}`;

/** What the document says was paid and is not claimed. */
function amountsOf(agency: WorkedAgency, part: Part, sources: OfficerSources): NotClaimed[] {
  const byDocument = new Map(agency.officers.map((worked) => [worked.officer, worked]));
  return notClaimedLines(agency.claim).map(({ officer: of, figure, amount: dollars, why }) => {
    const officer = of ? byDocument.get(of) : undefined;
    const parts = officer ? partsOfOfficer(officer, figure, part, sources) : partsOfAgency(agency, figure, sources);
    const [first = "0.00", ...less] = parts.map(({ value = "0.00" }) => value);
    const left = less.reduce((rest, one) => minus(rest, moneyFromText(one)), moneyFromText(first));
    // What is left for several reasons has an amount for each, which no cell gives.
    const isAll = parts.length > 0 && moneyText(left) === dollars;
    const cell = isAll ? amountBy(parts.map(({ by }) => by).join("-"), dollars) : amount(dollars, "given");
    return { agency, officer, figure: figureName(figure), amount: cell, dollars, why };
  });
}

/** A figure, and where formulas find it. */
interface Found {
  readonly value: string | undefined;
  readonly by: string;
}

/** What was given of a figure, then what comes off it. */
function partsOfOfficer(worked: WorkedOfficer, figure: Figure, { terms }: Part, { officers }: OfficerSources): Found[] {
  const { officer, equipmentBefore } = worked;
  const paid = officer.actuals.find(({ quarter }) => quarter === terms.quarter.id);
  const found = (key: string, value: string | undefined): Found[] =>
    officers.has(key) ? [{ value, by: officers.figure(key, worked) }] : [];
  switch (figure) {
    case "salary":
    case "benefits":
    case "overtime":
      return [...found(`${figure}_paid`, paid?.[`${figure}_paid`]), ...found(figure, officer[figure])];
    case "other_funding":
      return found(figure, officer.other_funding);
    case "equipment":
      return [
        ...found("equipment_cost", officer.equipment_cost),
        ...found("equipment_before", moneyText(equipmentBefore)),
        ...found("equipment", officer.equipment),
      ];
    case "vehicles":
      return [];
  }
}

function partsOfAgency(agency: WorkedAgency, figure: Figure, { rates }: OfficerSources): Found[] {
  if (figure !== "vehicles" || !rates.has("vehicles")) return [];
  const { vehicle_cost, totals } = agency.claim;
  return [
    { value: vehicle_cost, by: rates.of("vehicle_cost", agency) },
    { value: totals.vehicles, by: rates.of("vehicles", agency) },
  ];
}

function reasonsOf(agency: WorkedAgency): NotClaimed[] {
  const none = { agency, figure: "", amount: amount(undefined), dollars: null };
  const ofOfficers = agency.officers.flatMap((officer) =>
    officer.officer.reasons.map(({ message }) => ({ ...none, officer, why: message })),
  );
  return [...ofOfficers, ...(agency.claim.reasons ?? []).map(({ message }) => ({ ...none, why: message }))];
}

function columnsOf(part: Part): Column<NotClaimed>[] {
  return [
    column("agency", "Agency", 13, ({ agency }) => text(agency.claim.agency_id)),
    column("officer", "Officer", 12, ({ officer }) => text(officer?.officer.officer_id)),
    ...(isNamed(part)
      ? [column("name", "Name", 22, ({ officer }: NotClaimed) => text(officer?.officer.officer_name))]
      : []),
    column("figure", "Figure", 16, ({ figure }) => text(figure)),
    {
      ...column("amount", "Paid and not claimed", 16, ({ amount }: NotClaimed) => amount),
      sum: (rows) => numberOf(moneyText(sumOf(rows.flatMap(({ dollars }) => dollars ?? [])))),
    },
    column("why", "Why", 80, ({ why }) => text(why)),
  ];
}
