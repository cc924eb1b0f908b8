import type { TotalsDocument } from "../../../document/schema.ts";
import { moneyText } from "../../../engine/values/money.ts";
import { quarterLine } from "../../heading.ts";
import { sumOf } from "../../text/amounts.ts";
import { leftOutText } from "../incomplete.ts";
import { categoriesOf } from "./categories.ts";
import { amount, amountBy, type Cell, formula, numberOf, text } from "./cell.ts";
import { figureOf, type Sources } from "./figure-of.ts";
import type { Part } from "./part.ts";
import { Sheet } from "./sheet.ts";
import { type Column, column, Table } from "./table.ts";
import type { WorkedAgency } from "./worked.ts";

const HEAD = 6;

/** The sheet Claim of several agencies: a line an agency. */
export function agenciesSheet(part: Part, sources: Sources): Sheet {
  const sheet = new Sheet(`Claim${part.suffix}`);
  sheet.put(1, 0, text("287(g) reimbursement claims", "title"));
  sheet.put(2, 0, text(quarterLine(part.claim), "subtitle"));
  if (part.claim.incomplete) sheet.across(3, 0, 10, text(`Incomplete: ${leftOutText(part.claim)}.`, "alarm"));
  const table = new Table(sheet, HEAD, agencyColumns(part, sources), part.agencies);
  table.sums(table.last + 1, part.claim.incomplete ? "All, incomplete" : "All", part.agencies);
  sheet.freeze(HEAD, 3);
  const foot = table.last + 3;
  sheet.put(foot, 0, text("Each agency signs a form of its own: write one file an agency with --out-dir.", "hint"));
  sheet.put(foot + 1, 0, text(`The JSON of these claims has the SHA-256 ${part.sha256}`, "hint"));
  sheet.put(foot + 2, 0, text(`Policy ${part.claim.policy.id}, ${part.claim.generator}`, "hint"));
  return sheet;
}

function agencyColumns(part: Part, sources: Sources): Column<WorkedAgency>[] {
  const { totals } = part.claim;
  const categories = categoriesOf(part);
  const figure = (key: keyof TotalsDocument, title: string, width: number): Column<WorkedAgency> => ({
    key,
    title,
    width,
    cell: (agency) => figureCell(key, agency, sources),
    sum: () => toNumber(totals[key]),
    sumStyle: typeof totals[key] === "number" ? "sumCount" : "sum",
  });
  const total = categories.map(({ key, sign }, index) => ({ key, sign: index > 0 ? sign || "+" : "" }));
  return [
    column("no", "No.", 6, ({ number }) => ({ value: number, style: "count" })),
    column("agency", "Agency", 13, ({ claim }) => text(claim.agency_id)),
    column("name", "Name", 30, ({ claim }) => text(claim.agency_name)),
    figure("officers", "Officers", 9),
    figure("claimed_officers", "Officers claimed", 9),
    figure("award_officers", "Officers with an award", 9),
    ...categories.map(({ key, label, sign }) => figure(key, sign === "-" ? "Other funding, taken off" : label, 14)),
    {
      ...figure("total", "Total", 15),
      cell: ({ claim }, at) =>
        amountBy(total.map(({ key, sign }) => `${sign}${at(key)}`).join(""), claim.totals.total, "claimed"),
    },
    figure("estimated", "Of it resting on estimates", 14),
    ...(part.claim.claims.some(({ evidence }) => evidence) ? [coveredColumn] : []),
    {
      ...figure("total", "Total as the program computed it", 15),
      key: "computed",
      cell: ({ claim }) => amount(claim.totals.total, "given"),
    },
    column("agrees", "Agrees", 10, (_agency, at) =>
      formula(`IF(ROUND(${at("total")}-${at("computed")},2)=0,"agrees","DIFFERS")`, "agrees", "agrees"),
    ),
  ];
}

/** Of it with a document. */
const coveredColumn: Column<WorkedAgency> = {
  ...column("covered", "Of it with a document", 14, ({ claim }) => amount(claim.evidence?.covered, "given")),
  sum: (agencies) => numberOf(moneyText(sumOf(agencies.flatMap(({ claim }) => claim.evidence?.covered ?? [])))),
};

const toNumber = (value: string | number): string | number => (typeof value === "number" ? value : numberOf(value));

function figureCell(key: keyof TotalsDocument, agency: WorkedAgency, sources: Sources): Cell {
  const value = agency.claim.totals[key];
  const by = figureOf(key, agency, sources);
  const isCount = typeof value === "number";
  if (by === undefined) return { value: toNumber(value), style: isCount ? "givenNumber" : "given" };
  return formula(by, toNumber(value), isCount ? "count" : "amount");
}
