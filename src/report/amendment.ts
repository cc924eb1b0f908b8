import type { AmendmentDocument, AmendmentLine } from "../document/schema.ts";
import { printable } from "../problems/printable.ts";
import { counted } from "../problems/words.ts";
import { claimMarkdown } from "./claim/markdown.ts";
import { shownOf } from "./claim/shown.ts";
import { spreadsheetSafe } from "./csv-text.ts";
import { figureName } from "./figures.ts";
import { asBytes, asCsv, asJson, asTable, type Format, type View } from "./format.ts";
import { dollars, grouped, isZero, signed } from "./text/amounts.ts";
import { type LayoutRow, left, right, summed } from "./text/layout.ts";
import { hanging } from "./text/width.ts";

/** Every output format of an amendment, the default first. */
export const AMENDMENT_FORMATS: readonly Format<AmendmentDocument>[] = [
  asTable(amendmentTable),
  asJson(),
  asCsv(({ lines }) => [
    LINE_FIELDS,
    ...lines.map((line) => LINE_FIELDS.map((field) => spreadsheetSafeUnlessAmount(field, line[field] ?? ""))),
  ]),
  { name: "markdown", endings: ["md"], render: (amendment, { by }) => claimMarkdown(shownOf(amendment), by) },
  {
    name: "html",
    endings: ["html", "htm"],
    render: async (amendment, { by }) => {
      const { claimPage } = await import("./claim/html/claim-page.ts");
      return claimPage(shownOf(amendment), by);
    },
  },
  asBytes("xlsx", async (amendment, { by }) => {
    const { claimWorkbook } = await import("./claim/xlsx/workbook.ts");
    return claimWorkbook(shownOf(amendment), by);
  }),
  asBytes("pdf", async (amendment, { by }) => {
    const { claimPdf } = await import("./claim/pdf/document.ts");
    return claimPdf(shownOf(amendment), by);
  }),
];

/** The columns of an amendment in CSV, a row a figure that it changes. */
export const LINE_FIELDS = ["agency_id", "officer_id", "figure", "filed", "now", "difference", "cause"] as const;

/** A difference below zero begins with a minus, and is an amount all the same. */
const spreadsheetSafeUnlessAmount = (field: (typeof LINE_FIELDS)[number], text: string): string =>
  field === "difference" ? text : spreadsheetSafe(text);

/** The difference as a person reads it: each line with its cause below it. */
function amendmentTable({ filed, now, difference, lines, claim }: AmendmentDocument, view: View): string {
  const heading = `${view.style.bold(`Amendment of ${printable(filed.path)}`)}   ${claim.quarter.id}\n`;
  const more = isZero(difference) ? dollars(difference) : signed(difference, "$");
  const totals = `Filed ${dollars(filed.total)}, now ${dollars(now.total)}, difference ${more}\n`;
  if (lines.length === 0) return `${heading}${totals}\nNo figure differs from the filed claim.\n`;
  const sign = difference.startsWith("-") ? "−" : "+";
  const check = `${dollars(filed.total)} filed ${sign} ${dollars(difference.replace("-", ""))} amendment = ${dollars(now.total)} now: checked`;
  return `${heading}${totals}\n${linesTable(lines, difference, view)}\n\n${check}\n`;
}

const COLUMNS = [
  ...["Agency", "Officer", "Figure"].map((title) => left(title)),
  ...["Filed", "Now", "Difference"].map((title) => right(title)),
];

function linesTable(lines: readonly AmendmentLine[], difference: string, { columns, style }: View): string {
  const rows = lines.map(({ agency_id, officer_id, figure, filed, now, difference: more }): LayoutRow => {
    const of = [printable(agency_id), printable(officer_id ?? ""), figureName(figure).toLowerCase()];
    return { cells: [...of, grouped(filed), grouped(now), signed(more)] };
  });
  const sum: LayoutRow = { cells: [counted(lines.length, "line"), "", "", "", "", signed(difference)] };
  const set = summed(COLUMNS, rows, sum, { columns: Number.POSITIVE_INFINITY, style }).lines;
  const causes = lines.map(({ cause }) => style.dim(hanging("    ", cause, columns)));
  const body = set.slice(2, -2).flatMap((line, index) => [line, causes[index] ?? ""]);
  return [...set.slice(0, 2), ...body, ...set.slice(-2)].join("\n");
}
