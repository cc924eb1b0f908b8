import { type Money, minus, moneyFromText, moneyText, ZERO } from "../../../engine/values/money.ts";
import { figureName } from "../../figures.ts";
import { sumOf } from "../../text/amounts.ts";
import { amount, amountBy, type Cell, numberOf, text } from "./cell.ts";
import type { OfficersSheet } from "./officers.ts";
import { isNamed, type Part } from "./part.ts";
import type { RatesSheet } from "./rates.ts";
import { Sheet } from "./sheet.ts";
import { type Column, column, Table } from "./table.ts";
import type { WorkedAgency, WorkedOfficer } from "./worked.ts";

/** Something that somebody might expect and that is not claimed. */
interface NotClaimed {
  readonly agency: WorkedAgency;
  readonly officer?: WorkedOfficer;
  readonly figure: string;
  /** What was paid, or has a receipt, and is not claimed; null where it is no such amount. */
  readonly amount: string | null;
  /** The amount as formulas of other sheets give it. */
  readonly by?: string;
  readonly why: string;
}

interface OfficerSources {
  readonly officers: OfficersSheet;
  readonly rates: RatesSheet;
}

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
  if (rows.length === 0) sheet.put(2, 0, text("Nothing that was given is left out of the claim."));
  const table = new Table(sheet, HEAD, columnsOf(part), rows);
  table.sums(table.last + 1, "Sum", rows);
  sheet.freeze(HEAD, 0);
  return sheet;
}

const keyOf = ({ officer, why }: NotClaimed): string => `${officer?.number ?? ""} ${why}`;

function amountsOf(agency: WorkedAgency, part: Part, { officers, rates }: OfficerSources): NotClaimed[] {
  const found: NotClaimed[] = [];
  const add = (
    figure: string,
    less: readonly Money[],
    why: string,
    by: () => string,
    officer?: WorkedOfficer,
  ): void => {
    const left = less.reduce((rest, one) => minus(rest, one));
    if (left > 0)
      found.push({ agency, figure, amount: moneyText(left), by: by(), why, ...(officer ? { officer } : {}) });
  };
  for (const worked of agency.officers) {
    const { officer, equipmentBefore } = worked;
    const paid = officer.actuals.find(({ quarter }) => quarter === part.terms.quarter.id);
    const reason = (prefix: string): string | undefined =>
      officer.reasons.find(({ code }) => code.startsWith(prefix))?.message;
    const none = officer.eligible_days === 0 ? officer.reasons[0]?.message : undefined;
    const by =
      (...keys: string[]) =>
      () =>
        keys.map((key) => officers.figure(key, worked)).join("-");
    for (const line of ["salary", "benefits", "overtime"] as const) {
      const why = reason(`${line}-`) ?? none ?? `payroll paid more than the quarter's share of annual ${line}`;
      const cents = [cent(paid?.[`${line}_paid`]), moneyFromText(officer[line])];
      add(figureName(line), cents, why, by(`${line}_paid`, line), worked);
    }
    const receipts = [cent(officer.equipment_cost), equipmentBefore, moneyFromText(officer.equipment)];
    const keys = ["equipment_cost", "equipment_before", "equipment"];
    add(figureName("equipment"), receipts, reason("equipment-") ?? "over the allowance", by(...keys), worked);
  }
  const { vehicle_cost, totals, reasons = [] } = agency.claim;
  if (!rates.has("vehicles")) return found;
  const by = (): string => `${rates.of("vehicle_cost", agency)}-${rates.of("vehicles", agency)}`;
  const vehicles = [cent(vehicle_cost), moneyFromText(totals.vehicles)];
  add(figureName("vehicles"), vehicles, reasons[0]?.message ?? "over the allowance", by);
  return found;
}

const cent = (value: string | undefined): Money => (value === undefined ? ZERO : moneyFromText(value));

function reasonsOf(agency: WorkedAgency): NotClaimed[] {
  const none = { agency, figure: "", amount: null };
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
    column("figure", "Figure", 12, ({ figure }) => text(figure)),
    {
      ...column("amount", "Paid and not claimed", 16, amountCell),
      sum: (rows) => numberOf(moneyText(sumOf(rows.flatMap((row) => row.amount ?? [])))),
    },
    column("why", "Why", 80, ({ why }) => text(why)),
  ];
}

const amountCell = ({ amount: value, by }: NotClaimed): Cell =>
  value === null ? amount(undefined) : by ? amountBy(by, value) : amount(value, "given");
