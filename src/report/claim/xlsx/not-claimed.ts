import { moneyText } from "../../../engine/values/money.ts";
import { sumOf } from "../../text/amounts.ts";
import { amount, amountBy, numberOf, text } from "./cell.ts";
import type { OfficersSheet } from "./officers.ts";
import { isNamed, type Part } from "./part.ts";
import { Sheet } from "./sheet.ts";
import { type Column, column, Table } from "./table.ts";
import type { WorkedAgency, WorkedOfficer } from "./worked.ts";

/** Something that somebody might expect and that is not claimed. */
interface NotClaimed {
  readonly agency: WorkedAgency;
  readonly officer: WorkedOfficer | undefined;
  readonly why: string;
  readonly code: string;
}

const HEAD = 4;

/** The sheet "Not claimed": what is less than somebody might expect, and why. */
export function notClaimedSheet(part: Part, officers: OfficersSheet): Sheet {
  const sheet = new Sheet(`Not claimed${part.suffix}`);
  const rows = part.agencies.flatMap(reasonsOf);
  sheet.put(1, 0, text("Not claimed, and why", "title"));
  if (rows.length === 0) sheet.put(2, 0, text("Nothing that was given is left out of the claim."));
  const table = new Table(sheet, HEAD, columnsOf(part, officers), rows);
  table.sums(table.last + 1, "Sum", rows);
  sheet.freeze(HEAD, 0);
  return sheet;
}

function reasonsOf(agency: WorkedAgency): NotClaimed[] {
  const ofOfficers = agency.officers.flatMap((officer) =>
    officer.officer.reasons.map(({ code, message }) => ({ agency, officer, why: message, code })),
  );
  const own = (agency.claim.reasons ?? []).map(({ code, message }) => ({
    agency,
    officer: undefined,
    why: message,
    code,
  }));
  return [...ofOfficers, ...own];
}

function columnsOf(part: Part, officers: OfficersSheet): Column<NotClaimed>[] {
  return [
    column("agency", "Agency", 13, ({ agency }) => text(agency.claim.agency_id)),
    column("officer", "Officer", 12, ({ officer }) => text(officer?.officer.officer_id)),
    ...(isNamed(part)
      ? [column("name", "Name", 22, ({ officer }: NotClaimed) => text(officer?.officer.officer_name))]
      : []),
    {
      key: "amount",
      title: "Amount not claimed",
      width: 16,
      cell: ({ officer, code }) => {
        if (!officer || code !== "overtime-over-cap") return amount(undefined);
        return amountBy(officers.figure("overtime_over_cap", officer), officer.officer.overtime_over_cap);
      },
      sum: (rows) =>
        numberOf(
          moneyText(
            sumOf(
              rows.flatMap(({ officer, code }) =>
                officer && code === "overtime-over-cap" ? [officer.officer.overtime_over_cap] : [],
              ),
            ),
          ),
        ),
    },
    column("why", "Why", 90, ({ why }) => text(why)),
  ];
}
