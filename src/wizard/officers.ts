import { annualAmount, date, identifier, programModel, shortText } from "../ingest/cells.ts";
import { type Ask, asCell, BACK } from "./ask.ts";

type Row = Record<string, string>;

const QUESTIONS = [
  ["officer_id", "Officer's number (badge or employee id)", asCell(identifier)],
  ["officer_name", "Name (may be blank)", asCell(shortText, "blank")],
  ["program_model", "Program model: TFM task force, JEM jail, WSO warrant service", asCell(programModel)],
  ["trained_on", "Trained on, such as 2025-09-15 (blank: not yet trained)", asCell(date, "blank")],
  ["annual_salary", "Annual salary", asCell(annualAmount)],
  ["annual_benefits", "Annual benefits paid by the employer", asCell(annualAmount)],
] as const;

/**
 * Asks for officers one by one. @param rows those typed in before; each new one is added @param keep is told after each
 */
export async function askOfficers(ask: Ask, rows: Row[], keep: () => void): Promise<"done" | typeof BACK> {
  for (;;) {
    const row = await askOfficer(ask, rows.length + 1);
    if (row === BACK && rows.length === 0) return BACK;
    if (row !== BACK) {
      rows.push(row);
      keep();
    }
    const more = await ask.choose(`${rows.length} typed in`, [
      { name: "Another officer", value: "more" },
      { name: "That is all", value: "done" },
      { name: "Take the last one out", value: "out" },
    ]);
    if (more === "done" && rows.length > 0) return "done";
    if (more === "out") rows.pop();
    if (more === BACK) return BACK;
  }
}

async function askOfficer(ask: Ask, number: number): Promise<Row | typeof BACK> {
  const row: Row = {};
  for (let at = 0; at < QUESTIONS.length; ) {
    const [column, message, check] = QUESTIONS[at] ?? QUESTIONS[0];
    const answer = await ask.text(`Officer ${number}: ${message}`, row[column], check);
    if (answer === BACK && at === 0) return BACK;
    if (answer === BACK) at -= 1;
    else {
      row[column] = answer;
      at += 1;
    }
  }
  return row;
}
