import { quarterOfId } from "../../engine/rules/fiscal-quarter.ts";
import { dayText } from "../../engine/values/calendar.ts";
import { annualAmount, paidAmount } from "../../ingest/cells/amount.ts";
import { date } from "../../ingest/cells/date.ts";
import { share } from "../../ingest/cells/percent.ts";
import { identifier, shortText } from "../../ingest/cells/words.ts";
import type { RowCells } from "../../ingest/starter.ts";
import { counted } from "../../problems/words.ts";
import { asCell, askOptional, BACK, type Back, type Check, type Choice } from "../asking/ask.ts";
import { explain, type Session } from "../session.ts";

type Asked = (session: Session, row: RowCells, column: string) => Promise<string | Back>;

const needed =
  (message: string, check: Check): Asked =>
  ({ ask }, row, column) => {
    const usual = row[column];
    return ask.text(message, { ...(usual ? { usual } : {}), check });
  };

const optional =
  (message: string, blank: string, check: Check): Asked =>
  ({ ask }, row, column) =>
    askOptional(ask, [message, blank], row[column], check);

const MODELS: readonly Choice<string>[] = [
  { name: "TFM  task force", value: "TFM" },
  { name: "JEM  jail enforcement", value: "JEM" },
  { name: "WSO  warrant service officer", value: "WSO" },
];

const model: Asked = ({ ask }, row, column) => ask.choose("Program model", MODELS, row[column]);

const QUESTIONS: readonly (readonly [column: string, asked: Asked])[] = [
  ["officer_id", (session, row, column) => needed("Badge or employee number", freeId(session))(session, row, column)],
  ["officer_name", optional("Name", "none", asCell(shortText, "blank"))],
  ["program_model", model],
  ["trained_on", optional("287(g) training completed on", "not trained", asCell(date, "blank"))],
  [
    "start_date",
    (session, row, column) =>
      optional(startMessage(session), "from its start", asCell(date, "blank"))(session, row, column),
  ],
  [
    "end_date",
    (session, row, column) =>
      optional(endMessage(session), "still on duty", asCell(date, "blank"))(session, row, column),
  ],
  ["time_share", optional("Share of paid time on 287(g) duty", "100%", asCell(share, "blank"))],
  ["annual_salary", needed("Annual salary", asCell(annualAmount))],
  ["annual_benefits", needed("Annual benefits paid by the employer", asCell(annualAmount))],
  ["overtime_paid", optional("287(g) overtime paid in the quarter", "none known", asCell(paidAmount, "blank"))],
];

const bound = ({ draft }: Session, which: "start" | "end"): string => {
  const quarter = quarterOfId(draft.quarter ?? "");
  return quarter ? dayText(quarter[which]) : "";
};
const startMessage = (session: Session): string => `First day on duty, if after ${bound(session, "start")}`;
const endMessage = (session: Session): string => `Last day on duty, if before ${bound(session, "end")}`;

/** An officer's number that is not typed in yet. */
const freeId =
  ({ draft }: Session): Check =>
  (text) => {
    const read = asCell(identifier)(text);
    if (read !== true) return read;
    const taken = (draft.officers ?? []).some(({ officer_id }) => officer_id === text);
    return !taken || `${text} is typed in already: correct that officer, or give another number.`;
  };

/** Asks for officers one by one, with a way to correct and to take out. */
export async function askOfficers(session: Session): Promise<"done" | Back> {
  const { draft, ask } = session;
  explain(session, "Dates are written 2025-09-15 or 9/15/2025, amounts 85000.37 or $85,000.37.");
  if ((draft.officers ?? []).length === 0 && (await addOfficer(session)) === BACK) return BACK;
  if (draft.officer && (await addOfficer(session)) === BACK) delete draft.officer;
  for (;;) {
    const officers = draft.officers ?? [];
    const answer = await ask.choose(
      `${counted(officers.length, "officer")} typed in`,
      officers.length > 0 ? MORE : MORE.slice(0, 1),
    );
    if (answer === BACK || answer === "done") return answer;
    if (answer === "another") await addOfficer(session);
    else await change(session, answer);
  }
}

const MORE = [
  { name: "Another officer", value: "another" },
  { name: "That is all", value: "done" },
  { name: "Correct an officer", value: "correct" },
  { name: "Take an officer out", value: "out" },
] as const;

async function addOfficer(session: Session): Promise<Back | undefined> {
  const { draft, ask } = session;
  ask.tell(`\nOfficer ${(draft.officers ?? []).length + 1}\n`);
  const row = await askOfficer(session, draft.officer ?? {});
  delete draft.officer;
  if (row !== BACK) put(session, [...(draft.officers ?? []), row]);
  return row === BACK ? BACK : undefined;
}

function put({ draft, program }: Session, officers: readonly RowCells[]): void {
  draft.officers = [...officers];
  delete draft.saved;
  program.keep(draft);
}

async function change(session: Session, what: "correct" | "out"): Promise<void> {
  const { draft, ask } = session;
  const officers = draft.officers ?? [];
  const names = officers.map((row, value) => ({ name: nameOf(row), value }));
  const at = await ask.choose(what === "out" ? "Take out" : "Correct", names);
  if (at === BACK) return;
  const others = officers.filter((_, index) => index !== at);
  if (what === "out") return put(session, others);
  draft.officers = others;
  const row = await askOfficer(session, officers[at] ?? {}, false);
  draft.officers = officers;
  if (row !== BACK) put(session, officers.with(at, row));
}

const nameOf = ({ officer_id, officer_name, program_model }: RowCells): string =>
  [officer_id, officer_name, program_model].filter((part) => part).join("  ");

/** Asks for one officer. @param row what is known already @param kept whether it is kept cell by cell */
async function askOfficer(session: Session, row: RowCells, kept = true): Promise<RowCells | Back> {
  const { draft, program } = session;
  let now = row;
  const unasked = QUESTIONS.findIndex(([column]) => now[column] === undefined);
  for (let at = kept ? Math.max(0, unasked) : 0; at < QUESTIONS.length; ) {
    const [column, asked] = QUESTIONS[at] ?? (QUESTIONS[0] as (typeof QUESTIONS)[number]);
    const answer = await asked(session, now, column);
    if (answer === BACK && at === 0) return BACK;
    if (answer === BACK) at -= 1;
    else {
      now = { ...now, [column]: answer };
      at += 1;
      if (kept) draft.officer = now;
      if (kept) program.keep(draft);
    }
  }
  return now;
}
