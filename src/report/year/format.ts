import type { YearDocument } from "../../whatif/year.ts";
import { jsonText } from "../json-text.ts";
import type { Style } from "../text/style.ts";
import { yearCsv } from "./csv.ts";
import { yearTable } from "./table.ts";

/** How a year is looked at. */
export interface YearView {
  /** Whose rows CSV has; the default is the summary by agency and quarter. */
  readonly by: "officer" | "agency";
  readonly columns: number;
  readonly style: Style;
}

/** One output format of a fiscal year. */
export interface YearFormat {
  readonly name: string;
  readonly endings: readonly string[];
  readonly render: (year: YearDocument, view: YearView) => string;
}

/** Every output format of a year, the default first. */
export const YEAR_FORMATS: readonly YearFormat[] = [
  { name: "table", endings: ["txt"], render: yearTable },
  { name: "json", endings: ["json"], render: (year) => jsonText(year) },
  { name: "csv", endings: ["csv"], render: yearCsv },
];
