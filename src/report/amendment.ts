import type { AmendmentDocument } from "../document/schema.ts";
import { printable } from "../problems/printable.ts";
import { counted } from "../problems/words.ts";
import { jsonText } from "./json-text.ts";
import { dollars, grouped, isZero, signed } from "./text/amounts.ts";
import { type LayoutColumn, type LayoutRow, layout } from "./text/layout.ts";
import type { Style } from "./text/style.ts";
import { wrap } from "./text/width.ts";

/** How an amendment is looked at. */
export interface AmendmentView {
  readonly columns: number;
  readonly style: Style;
}

/** One output format of an amendment. */
export interface AmendmentFormat {
  readonly name: string;
  readonly endings: readonly string[];
  readonly render: (amendment: AmendmentDocument, view: AmendmentView) => string;
}

/** Every output format of an amendment, the default first. */
export const AMENDMENT_FORMATS: readonly AmendmentFormat[] = [
  { name: "table", endings: ["txt"], render: amendmentTable },
  { name: "json", endings: ["json"], render: (amendment) => jsonText(amendment) },
];

const COLUMNS: readonly LayoutColumn[] = [
  { title: "Agency", align: "left" },
  { title: "Officer", align: "left" },
  { title: "Figure", align: "left" },
  { title: "Filed", align: "right" },
  { title: "Now", align: "right" },
  { title: "Difference", align: "right" },
];
const WIDEST = 110;

/** The difference as a person reads it: each line with its cause below it. */
function amendmentTable(amendment: AmendmentDocument, { columns, style }: AmendmentView): string {
  const { filed, now, difference, lines, claim } = amendment;
  const heading = `${style.bold(`Amendment of ${printable(filed.path)}`)}   ${claim.quarter.id}\n`;
  const totals = `Filed ${dollars(filed.total)}, now ${dollars(now.total)}, difference ${signedDollars(difference)}\n`;
  if (lines.length === 0) return `${heading}${totals}\nNo figure differs from the filed claim.\n`;
  const rows = lines.map(
    ({ agency_id, officer_id, figure, filed: then, now: today, difference: more }): LayoutRow => ({
      cells: [
        printable(agency_id),
        printable(officer_id ?? ""),
        figure.replace("_", " "),
        grouped(then),
        grouped(today),
        signed(more),
      ],
    }),
  );
  const titles: LayoutRow = { cells: COLUMNS.map(({ title }) => title), style: style.bold };
  const count = counted(lines.length, "line");
  const sum: LayoutRow = { cells: [count, "", "", "", "", signed(difference)], style: style.bold };
  const set = layout(COLUMNS, [titles, "rule", ...rows, "rule", sum], Number.POSITIVE_INFINITY).lines;
  const body = lines.flatMap(({ cause }, index) => [
    set[index + 2] ?? "",
    style.dim(`    ${wrap(cause, Math.min(columns, WIDEST) - 4, "    ")}`),
  ]);
  const table = [...set.slice(0, 2), ...body, ...set.slice(-2)].join("\n");
  const check = `${dollars(filed.total)} filed ${difference.startsWith("-") ? "−" : "+"} ${dollars(difference.replace("-", ""))} amendment = ${dollars(now.total)} now: checked`;
  return `${heading}${totals}\n${table}\n\n${check}\n`;
}

const signedDollars = (amount: string): string =>
  amount.startsWith("-") || isZero(amount) ? dollars(amount) : `+${dollars(amount)}`;
