import type { YearDocument } from "../../whatif/year.ts";
import { yearMarkdown } from "../claim/markdown.ts";
import { shownOf } from "../claim/shown.ts";
import { asBytes, asCsv, asJson, asTable, type Format } from "../format.ts";
import { yearRows } from "./csv.ts";
import { yearTable } from "./table.ts";

/** Every output format of a fiscal year, the default first. */
export const YEAR_FORMATS: readonly Format<YearDocument>[] = [
  asTable(yearTable),
  asJson(),
  asCsv(yearRows),
  { name: "markdown", endings: ["md"], render: (year) => yearMarkdown(year) },
  {
    name: "html",
    endings: ["html", "htm"],
    render: async (year, { by }) => {
      const { yearPage } = await import("../claim/html/claim-page.ts");
      return yearPage(
        year,
        year.quarters.map((claim) => shownOf(claim)),
        by,
      );
    },
  },
  asBytes("xlsx", async (year, { by }) => {
    const { yearWorkbook } = await import("../claim/xlsx/workbook.ts");
    return yearWorkbook(
      year,
      year.quarters.map((claim) => shownOf(claim)),
      by,
    );
  }),
  asBytes("pdf", async (year, { by }) => {
    const { yearPdf } = await import("../claim/pdf/document.ts");
    return yearPdf(
      year,
      year.quarters.map((claim) => shownOf(claim)),
      by,
    );
  }),
];
