import Papa from "papaparse";
import { BACK, type Back } from "../asking/ask.ts";
import { explain, type Session } from "../session.ts";
import { askWhere, freeName } from "./save.ts";

/** The order of columns in a block without a header. */
const ORDER = [
  ...["officer_id", "officer_name", "program_model", "trained_on", "annual_salary", "annual_benefits"],
  "overtime_paid",
] as const;
const LEAST = 6;

/** Takes rows as they are copied out of a spreadsheet, and saves them as a roster. */
export async function pasteOfficers(session: Session): Promise<Back | undefined> {
  const { draft, ask, program } = session;
  explain(
    session,
    "Copy the rows in your spreadsheet, the header row too, and paste them here. Without a header they must be in this order: badge, name, model (TFM, JEM or WSO), trained on, annual salary, annual benefits, and where you have it overtime paid in the quarter.",
  );
  for (;;) {
    const lines = await ask.lines("Paste, then press Enter on an empty line");
    if (lines === BACK) return BACK;
    const text = lines.join("\n");
    const { data } = Papa.parse<string[]>(text, { delimiter: text.includes("\t") ? "\t" : ",", header: false });
    const [first = []] = data;
    const headed = !first.some((cell) => /\d/.test(cell.replace(/287\s*\(?g\)?/i, "")));
    if (data.length < (headed ? 2 : 1) || (!headed && (first.length < LEAST || first.length > ORDER.length))) {
      explain(
        session,
        `That is ${headed ? "no row below a header" : `a row of ${first.length} cells without a header`}. Paste again, or < to go back.`,
      );
      continue;
    }
    const rows = headed ? data : [ORDER.slice(0, first.length), ...data];
    const usual = freeName("roster.csv", draft.quarter ?? "pasted");
    const where = await askWhere(session, { message: "Save the rows as", usual, endings: ["csv"], inputs: [] });
    if (where === BACK) continue;
    const wrong = await program.write(where.path, `\uFEFF${Papa.unparse(rows as string[][], { newline: "\n" })}\n`);
    if (wrong !== undefined) {
      explain(session, wrong);
      continue;
    }
    session.written.set(where.path, "the rows that you pasted");
    explain(session, `Saved ${where.path}: ${rows.length - 1} rows.`);
    for (const of of ["map", "set", "quarter", "quarterFirst", "officers", "officer", "saved"] as const)
      delete draft[of];
    draft.roster = where.path;
    return undefined;
  }
}
