import type { YearDocument } from "../../whatif/year.ts";
import { asCsv, asJson, asTable, type Format } from "../format.ts";
import { yearRows } from "./csv.ts";
import { yearTable } from "./table.ts";

/** Every output format of a fiscal year, the default first. */
export const YEAR_FORMATS: readonly Format<YearDocument>[] = [asTable(yearTable), asJson(), asCsv(yearRows)];
