import { printable } from "../problems/printable.ts";
import { counted, few } from "../problems/words.ts";
import type { ClaimStatus, StatusDocument } from "../status/status.ts";
import { type CsvRow, spreadsheetSafe } from "./csv-text.ts";
import { asCsv, asJson, asTable, type TextFormat, type View } from "./format.ts";
import { dollars, grouped, isZero } from "./text/amounts.ts";
import { type LayoutRow, left, right, summed } from "./text/layout.ts";
import { hanging } from "./text/width.ts";

/** Formats of `claims status`. */
export const STATUS_FORMATS: readonly TextFormat<StatusDocument>[] = [asTable(table), asJson(), asCsv(rows)];

function table(status: StatusDocument, view: View): string {
  const { claims, totals, unmatched, on, left_out = [] } = status;
  const columns = [
    left("Agency"),
    left("Quarter"),
    left("Request", { goes: 1 }),
    right("Claimed"),
    right("Estimated", { goes: 2 }),
    right("Award", { goes: 4 }),
    left("", { goes: 3 }),
    right("Paid"),
    right("Open"),
    ...(on === null ? [] : [right("Days open", { goes: 5 })]),
  ];
  const sum: LayoutRow = {
    cells: [
      counted(totals.claims, "claim"),
      ...["", "", grouped(totals.claimed), grouped(totals.estimated), grouped(totals.award), ""],
      ...[grouped(totals.paid), grouped(totals.open), ""],
    ],
  };
  const { lines } = summed(
    columns,
    claims.map((one) => claimRow(one, view)),
    sum,
    view,
  );
  const notes = claims.flatMap((one) => notesOf(one, view));
  const incomplete = `${view.style.yellow("Incomplete")}: ${counted(left_out.length, "claim")} left out for errors: ${few(left_out.map(printable))}.\n`;
  return [
    `${lines.join("\n")}\n`,
    ...(left_out.length > 0 ? [incomplete] : []),
    ...(on === null ? [] : [`As of ${on}; days open are counted from the quarter's end.\n`]),
    ...(notes.length > 0 ? [`${view.style.bold("Paid short or over")}\n${notes.join("\n")}\n`] : []),
    ...(unmatched.length > 0
      ? [
          `${view.style.bold("Payments of no claim here")}\n${unmatched.map((one) => unmatchedLine(one, view)).join("\n")}\n`,
        ]
      : []),
  ].join("\n");
}

function claimRow(one: ClaimStatus, { style }: View): LayoutRow {
  const { agency_id, quarter, invoice, claimed, estimated, award, award_status, amended_by, paid, open } = one;
  const cells = [agency_id, quarter, invoice].map(printable);
  if (amended_by !== null)
    return {
      cells: [...cells, grouped(claimed), "", "", "amended"],
      style: style.dim,
    };
  const days = "days_open" in one && one.days_open !== null ? String(one.days_open) : "";
  return {
    cells: [
      ...cells,
      ...[claimed, estimated, award].map(grouped),
      isZero(award) ? "" : (award_status ?? ""),
      ...[paid, open].map(grouped),
      days,
    ],
  };
}

/** What would explain a claim that was not paid as claimed. */
function notesOf(one: ClaimStatus, view: View): string[] {
  const { agency_id, quarter, open, paid, explained_by } = one;
  if (isZero(open) || isZero(paid)) return [];
  const whose = `${printable(agency_id)} ${quarter}: `;
  if (open.startsWith("-"))
    return [hanging("  ", `${whose}${dollars(open.slice(1))} more than claimed was paid.`, view.columns, 2)];
  const found = explained_by.map((why) =>
    "reading" in why
      ? `read with ${pairsOf(why.reading, why.value)} it would be ${dollars(why.total)}`
      : `the ${why.figure} of ${why.officer_id === null ? "all officers" : `officer ${printable(why.officer_id)}`} is as much as is missing`,
  );
  const told = found.length > 0 ? found.join("; ") : "no reading, no pair of them and no line explains it";
  return [hanging("  ", `${whose}${dollars(open)} is missing of what was claimed: ${told}.`, view.columns, 2)];
}

const pairsOf = (readings: string, values: string): string => {
  const each = values.split(",");
  return readings
    .split(",")
    .map((id, index) => `${id}=${each[index]}`)
    .join(" and ");
};

function unmatchedLine(
  { line, paid_on, amount, why, reference }: StatusDocument["unmatched"][number],
  view: View,
): string {
  const named = reference === null ? "" : ` (${printable(reference)})`;
  return hanging("  ", `${dollars(amount)} of ${paid_on}${named}, line ${line}: ${printable(why)}`, view.columns, 2);
}

const FIELDS = ["claimed", "estimated", "award", "award_status", "amended_by", "paid", "open"] as const;

/** The first columns of where claims stand. */
export const STATUS_FIELDS = ["agency_id", "quarter", "sha256", "invoice", ...FIELDS] as const;

/** A row a claim, and for each payment of no claim a row without one. */
function rows({ claims, unmatched, on }: StatusDocument): CsvRow[] {
  const days = on === null ? [] : ["days_open"];
  return [
    [...STATUS_FIELDS, ...days, "explained_by"],
    ...claims.map((one) => [
      ...[one.agency_id, one.quarter, one.sha256].map(spreadsheetSafe),
      spreadsheetSafe(one.invoice),
      ...FIELDS.map((field) => one[field] ?? ""),
      ...(on === null ? [] : [one.days_open ?? ""]),
      spreadsheetSafe(one.explained_by.map(explained).join("; ")),
    ]),
    ...unmatched.map((one) => [
      ...[one.agency_id ?? "", one.quarter ?? "", "", one.reference ?? ""].map(spreadsheetSafe),
      ...["", "", "", "", "", one.amount, "", ...days.map(() => "")],
      spreadsheetSafe(`of no claim here: ${one.why}`),
    ]),
  ];
}

const explained = (why: ClaimStatus["explained_by"][number]): string =>
  "reading" in why ? pairsOf(why.reading, why.value) : `${why.officer_id ?? "all"} ${why.figure}`;
