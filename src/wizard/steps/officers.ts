import { quarterOfId } from "../../engine/rules/fiscal-quarter.ts";
import { dayText } from "../../engine/values/calendar.ts";
import { annualAmount, paidAmount } from "../../ingest/cells/amount.ts";
import { date } from "../../ingest/cells/date.ts";
import { share } from "../../ingest/cells/percent.ts";
import { identifier, shortText } from "../../ingest/cells/words.ts";
import { inputText, type RowCells } from "../../ingest/starter.ts";
import { counted } from "../../problems/words.ts";
import { asCell, askOptional, BACK, type Back, type Check } from "../asking/ask.ts";
import { besideOf } from "../asking/paths.ts";
import type { Draft } from "../draft.ts";
import { explain, type Session } from "../session.ts";
import { askAgency } from "./agency.ts";
import { MODELS } from "./models.ts";
import { askQuarter } from "./quarter.ts";
import { askWhere, freeName } from "./save.ts";

/** Whether the draft's roster is of officers who were typed in, with what they were paid. */
export const areTyped = ({ roster, saved }: Draft): boolean => saved !== undefined && roster === saved;

/** What was paid in the quarter, which is kept in payroll. */
const PAID = ["salary_paid", "benefits_paid", "overtime_paid", "other_funding"];

/** Asks for the agency, the quarter and its officers, and saves them as a roster and a payroll. */
export async function typeOfficers(session: Session): Promise<Back | undefined> {
  const { draft } = session;
  for (;;) {
    if ((await askAgency(session)) === BACK) return BACK;
    for (;;) {
      if ((await askQuarter(session, undefined)) === BACK) break;
      draft.quarterFirst = true;
      while ((await askOfficers(session)) !== BACK) if ((await save(session)) !== BACK) return undefined;
    }
  }
}

async function save(session: Session): Promise<Back | undefined> {
  const { draft, program } = session;
  const { agency: agency_id = "", agencyName: agency_name = "", quarter = "", officers = [] } = draft;
  const usual = draft.saved ?? freeName("roster.csv", quarter);
  const where = await askWhere(session, { message: "Save the officers as", usual, endings: ["csv"], inputs: [] });
  if (where === BACK) return BACK;
  const roster = officers.map((row) => ({ agency_id, agency_name, ...without(row, PAID) }));
  const paid = officers.filter((row) => PAID.some((column) => row[column]));
  const payroll = paid.map((row) => ({ agency_id, quarter, ...row }));
  const payrollPath = draft.savedPayroll ?? freeName(besideOf(where.path, "payroll.csv"), quarter);
  const wrong =
    (await program.write(where.path, inputText("roster", roster))) ??
    (payroll.length > 0 ? await program.write(payrollPath, inputText("payroll", payroll)) : undefined);
  if (wrong !== undefined) {
    explain(session, wrong);
    return BACK;
  }
  session.written.set(where.path, "the officers that you typed in");
  if (payroll.length > 0) session.written.set(payrollPath, "what they were paid in the quarter");
  explain(
    session,
    `Saved ${where.path}${payroll.length > 0 ? ` and ${payrollPath}` : ""}. You can open them in a spreadsheet later.`,
  );
  for (const of of ["map", "set"] as const) delete draft[of];
  draft.roster = draft.saved = where.path;
  draft.payroll = payroll.length > 0 && payrollPath;
  if (payroll.length > 0) draft.savedPayroll = payrollPath;
  program.keep(draft);
  return undefined;
}

const without = (row: RowCells, columns: readonly string[]): RowCells =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));

/** Asks for some cells of an officer. @param before the officer before, whose model and training day are likely @returns the cells */
type Asked = (session: Session, row: RowCells, before: RowCells) => Promise<RowCells | Back>;

const cell = (column: string, answer: string | Back): RowCells | Back =>
  answer === BACK ? BACK : { [column]: answer };

/** A badge number and a name in one line: `1042 Ruiz, Ana`. */
const who: Asked = async (session, row) => {
  const { draft, ask } = session;
  const typed = draft.officers ?? [];
  const usual = [row.officer_id, row.officer_name].filter((part) => part).join(" ");
  const others = typed.filter(({ officer_id }) => officer_id !== row.officer_id);
  const check: Check = (text) => {
    if (text === "" && typed.length > 0) return true;
    const [id = "", name = ""] = parted(text);
    const read = asCell(identifier)(id);
    if (read !== true) return read;
    if (others.some(({ officer_id }) => officer_id === id))
      return `${id} is typed in already: correct that officer, or give another number.`;
    return asCell(shortText, "blank")(name);
  };
  const enter = typed.length > 0 && usual === "" ? " (Enter: that is all)" : ", such as 1042 Ruiz, Ana";
  const answer = await ask.text(`Badge number and name${enter}`, { ...(usual ? { usual } : {}), check });
  if (answer === BACK) return BACK;
  const [officer_id = "", officer_name = ""] = parted(answer);
  return { officer_id, officer_name };
};

const parted = (text: string): string[] => /^(\S+?)(?:[,;]?\s+(.*))?$/.exec(text.trim())?.slice(1) ?? [];

const model: Asked = async ({ ask }, row, before) =>
  cell("program_model", await ask.choose("Program model", MODELS, row.program_model ?? before.program_model));

const trained: Asked = async ({ ask }, row, before) => {
  const usual = row.trained_on ?? before.trained_on;
  return cell(
    "trained_on",
    await askOptional(ask, ["287(g) training completed on", "not trained"], usual, asCell(date, "blank")),
  );
};

/** Two annual amounts in one line: `85,000.37 23000.11`. */
const pay: Asked = async ({ ask }, { annual_salary, annual_benefits }) => {
  const usual = annual_salary ? `${annual_salary} ${annual_benefits}` : "";
  const check: Check = (text) => {
    const parts = amountsIn(text);
    if (parts.length !== 2)
      return "Two amounts are needed here, salary and benefits: 85000.37 23000.11, or 85000.37 0.";
    return parts.map((part) => asCell(annualAmount)(part)).find((read) => read !== true) ?? true;
  };
  const answer = await ask.text("Annual salary and benefits, such as 85000.37 23000.11", {
    ...(usual ? { usual } : {}),
    check,
  });
  if (answer === BACK) return BACK;
  const [salary = "", benefits = ""] = amountsIn(answer);
  return { annual_salary: salary, annual_benefits: benefits };
};

const amountsIn = (text: string): string[] =>
  text
    .replace(/\$\s+/g, "$")
    .split(/[\s;]+/)
    .filter((part) => part !== "");

const overtime: Asked = async ({ ask }, row) =>
  cell(
    "overtime_paid",
    await askOptional(
      ask,
      ["287(g) overtime paid in the quarter", "none known"],
      row.overtime_paid,
      asCell(paidAmount, "blank"),
    ),
  );

/** What most officers do not have: by what is unusual, the cells that say it. */
const UNUSUAL: readonly (readonly [
  name: string,
  cells: readonly (readonly [column: string, message: (session: Session) => string, blank: string, check: Check])[],
])[] = [
  [
    "On duty for part of the quarter",
    [
      [
        "start_date",
        (session) => `First day on duty, if after ${bound(session, "start")}`,
        "from its start",
        asCell(date, "blank"),
      ],
      [
        "end_date",
        (session) => `Last day on duty, if before ${bound(session, "end")}`,
        "to its end",
        asCell(date, "blank"),
      ],
    ],
  ],
  [
    "Part of the paid time on 287(g) duty",
    [["time_share", () => "Share of paid time on 287(g) duty", "100%", asCell(share, "blank")]],
  ],
  [
    "Salary and benefits that payroll paid are known",
    [
      ["salary_paid", () => "Salary paid in the quarter", "not known", asCell(paidAmount, "blank")],
      ["benefits_paid", () => "Benefits paid in the quarter", "not known", asCell(paidAmount, "blank")],
    ],
  ],
  [
    "Other federal or state money pays part of it",
    [["other_funding", () => "Paid by other funding in the quarter", "none", asCell(paidAmount, "blank")]],
  ],
];

const bound = ({ draft }: Session, which: "start" | "end"): string => {
  const quarter = quarterOfId(draft.quarter ?? "");
  return quarter ? dayText(quarter[which]) : "";
};

const unusual: Asked = async (session, row) => {
  let now: RowCells = {};
  for (;;) {
    const said = { ...row, ...now };
    const choices = UNUSUAL.map(([name, cells], value) => ({
      name: cells.some(([column]) => said[column])
        ? `${name}: ${cells.map(([column]) => said[column] || "–").join(", ")}`
        : name,
      value,
    }));
    const known = choices.some(({ name }, index) => name !== UNUSUAL[index]?.[0]);
    const answer = await session.ask.choose("Anything unusual?", [
      { name: known ? "Nothing more" : "No", value: -1 },
      ...choices,
    ]);
    if (answer === BACK) return BACK;
    const [, cells] = UNUSUAL[answer] ?? [];
    if (!cells) return now;
    now = { ...now, ...(await askCells(session, { ...row, ...now }, cells)) };
  }
};

/** Asks cell after cell; a way back from the first leaves them as they are. */
async function askCells(session: Session, row: RowCells, cells: (typeof UNUSUAL)[number][1]): Promise<RowCells> {
  let now: RowCells = {};
  for (let at = 0; at < cells.length; ) {
    const [column, message, blank, check] = cells[at] as (typeof cells)[number];
    const answer = await askOptional(session.ask, [message(session), blank], now[column] ?? row[column], check);
    if (answer === BACK && at === 0) return {};
    if (answer === BACK) at -= 1;
    else {
      now = { ...now, [column]: answer };
      at += 1;
    }
  }
  return now;
}

/** The questions of an officer, each with a cell that tells whether it was answered. */
const QUESTIONS: readonly (readonly [column: string, asked: Asked])[] = [
  ["officer_id", who],
  ["program_model", model],
  ["trained_on", trained],
  ["annual_salary", pay],
  ["overtime_paid", overtime],
  ["", unusual],
];
const LAST = QUESTIONS.length - 1;

/** Asks for officers one by one until there are no more, with a way to correct and to take out. */
async function askOfficers(session: Session): Promise<"done" | Back> {
  const { draft, program } = session;
  explain(session, "Dates are written 2025-09-15 or 9/15/2025, amounts 85000.37 or $85,000.37.");
  draft.officers ??= [];
  let from = 0;
  for (;;) {
    const row = await askOfficer(session, draft.officer ?? {}, from, draft.officers.at(-1));
    delete draft.officer;
    from = 0;
    if (row === BACK) {
      // Back from the first question of an officer is the last one of the officer before.
      const before = draft.officers.at(-1);
      if (!before) return BACK;
      put(session, draft.officers.slice(0, -1));
      draft.officer = before;
      from = LAST;
    } else if (row !== "no more") put(session, [...draft.officers, row]);
    else if ((await overview(session)) === "done") return "done";
    program.keep(draft);
  }
}

function put({ draft, program }: Session, officers: readonly RowCells[]): void {
  draft.officers = [...officers];
  delete draft.saved;
  program.keep(draft);
}

/** @returns "more" where further officers are to be typed in */
async function overview(session: Session): Promise<"done" | "more"> {
  const { draft, ask } = session;
  for (;;) {
    const officers = draft.officers ?? [];
    const answer = await ask.choose(
      `${counted(officers.length, "officer")} typed in`,
      officers.length > 0 ? MORE : MORE.slice(1, 2),
    );
    if (answer === BACK || answer === "more") return "more";
    if (answer === "done") return "done";
    await change(session, answer);
  }
}

const MORE = [
  { name: "That is all", value: "done" },
  { name: "Another officer", value: "more" },
  { name: "Correct an officer", value: "correct" },
  { name: "Take an officer out", value: "out" },
] as const;

async function change(session: Session, what: "correct" | "out"): Promise<void> {
  const { draft, ask } = session;
  const officers = draft.officers ?? [];
  const at = await ask.choose(
    what === "out" ? "Take out" : "Correct",
    officers.map((row, value) => ({ name: nameOf(row), value })),
  );
  if (at === BACK) return;
  if (what === "out")
    return put(
      session,
      officers.filter((_, index) => index !== at),
    );
  const row = await askOfficer(session, officers[at] ?? {}, 0, undefined, false);
  if (row !== BACK && row !== "no more") put(session, officers.with(at, row));
}

/** An officer in a few words. */
export const nameOf = ({ officer_id, officer_name, program_model }: RowCells): string =>
  [officer_id, officer_name, program_model].filter((part) => part).join("  ");

/**
 * Asks for one officer. @param row what is known already @param from the first question, where it is not the first unanswered one
 * @param kept whether it is kept question by question @returns "no more" for an empty answer to the first
 */
async function askOfficer(
  session: Session,
  row: RowCells,
  from: number,
  before: RowCells = {},
  kept = true,
): Promise<RowCells | "no more" | Back> {
  const { draft, program, ask } = session;
  let now = row;
  const unasked = QUESTIONS.findIndex(([column]) => now[column] === undefined);
  if (kept) ask.tell(`\n${program.style.bold(`Officer ${(draft.officers ?? []).length + 1}`)}\n`);
  for (let at = kept ? from || Math.max(0, unasked) : 0; at < QUESTIONS.length; ) {
    const [, asked] = QUESTIONS[at] as (typeof QUESTIONS)[number];
    const cells = await asked(session, now, before);
    if (cells === BACK && at === 0) return BACK;
    if (cells === BACK) {
      at -= 1;
      continue;
    }
    if (at === 0 && cells.officer_id === "") return "no more";
    now = { ...now, ...cells };
    at += 1;
    if (kept) {
      draft.officer = now;
      program.keep(draft);
    }
  }
  return now;
}
