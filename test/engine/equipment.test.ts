import { expect, it } from "vitest";
import { claimAgency } from "../../src/engine/agency.ts";
import { agency, type PriorRow, terms } from "./build.ts";

type Earlier = Omit<NonNullable<PriorRow["officers"]>[string], "paid">;

/** Why a claim of $9,000.00 of receipts to date has no more equipment in it, after claims of the quarters before. */
function why(...earlier: Earlier[]): string[] {
  const prior = earlier.map((A1, index) => ({ quarter: `FY2026-Q${index + 1}`, officers: { A1 } }));
  const roster = [{ trained_on: "2025-09-15", equipment_cost: "9000.00" }];
  const { officers } = claimAgency(agency({ roster, prior }, "FY2026-Q4"), terms("FY2026-Q4"), "officers");
  return (officers[0]?.reasons ?? []).flatMap(({ code, message }) => (code.startsWith("equipment") ? [message] : []));
}

const over = (amount: string): string => `$${amount} of equipment receipts are over the allowance`;
const before = (amount: string): string => `$${amount} of equipment receipts were in a prior claim`;

it.each<[string, Earlier[], string[]]>([
  ["no prior claim", [], [over("1,500.00")]],
  ["one that does not state its receipts", [{ equipment: "7500.00" }], [over("1,500.00")]],
  ["one that stated fewer receipts", [{ equipment: "7500.00", receipts: "8000.00" }], [over("1,000.00")]],
  ["one that stated as many", [{ equipment: "7500.00", receipts: "9000.00" }], [before("9,000.00")]],
  ["one that stated more, which are others", [{ equipment: "7500.00", receipts: "9500.00" }], [over("1,500.00")]],
  ["one that claimed none of the receipts it stated", [{ receipts: "8000.00" }], [over("1,500.00")]],
  [
    "the most that one of several stated",
    [
      { equipment: "5000.00", receipts: "5000.00" },
      { equipment: "2000.00", receipts: "8500.00" },
      { equipment: "500.00", receipts: "8200.00" },
    ],
    [over("500.00")],
  ],
  [
    "what was claimed, where that is more than was stated",
    [{ equipment: "7500.00", receipts: "7000.00" }],
    [over("1,500.00")],
  ],
])("receipts before: %s", (_, earlier, reasons) => expect(why(...earlier)).toEqual(reasons));
