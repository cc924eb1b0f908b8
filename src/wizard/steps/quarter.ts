import { fiscalQuarter, lastEndedQuarter } from "../../engine/rules/fiscal-quarter.ts";
import type { Quarter } from "../../engine/values/calendar.ts";
import { parseQuarter } from "../../ingest/cells/quarter.ts";
import { Refusal } from "../../problems/refusal.ts";
import { BACK, type Back, type Check } from "../asking/ask.ts";
import { explain, type Session, type Step } from "../session.ts";

const OTHER = "other";
/** Quarters offered: the last ones that ended, and the running one. */
const OFFERED = 6;

/** Which quarter is claimed. */
export const quarter: Step = async (session) => {
  const { draft, ask, program } = session;
  explain(session, "A claim is for one quarter of the federal fiscal year: October begins it.");
  const quarters = offered(session);
  const ended = lastEndedQuarter(program.today).id;
  const choices = quarters.map((one) => ({
    name: `${one.id}  ${months(one)}${standing(one, session)}`,
    value: one.id,
  }));
  const other = { name: "Another quarter", value: OTHER };
  const answer = await ask.choose("Which quarter?", [...choices, other], draft.quarter ?? ended);
  if (answer === BACK) return BACK;
  const id = answer === OTHER ? await askOther(session) : answer;
  if (id === BACK) return quarter(session);
  draft.quarter = id;
  return undefined;
};

function offered({ draft, program: { today, programmeStart } }: Session): Quarter[] {
  const last = lastEndedQuarter(today).year.year;
  const all = [last - 1, last, last + 1].flatMap((year) => ([1, 2, 3, 4] as const).map((n) => fiscalQuarter(year, n)));
  const begun = all.filter(({ start, end }) => end >= programmeStart && start <= today).slice(-OFFERED);
  const answered = parseQuarter(draft.quarter ?? "");
  if (answered instanceof Refusal || begun.some(({ id }) => id === answered.id)) return begun;
  return [answered, ...begun];
}

const MONTHS = ["October to December", "January to March", "April to June", "July to September"];

/** `October to December 2025` */
export const months = ({ number, year }: Quarter): string =>
  `${MONTHS[number - 1]} ${number === 1 ? year.year - 1 : year.year}`;

function standing({ id, end }: Quarter, { program: { today } }: Session): string {
  if (end > today) return ", not over yet";
  return id === lastEndedQuarter(today).id ? ", the last that ended" : "";
}

async function askOther({ ask, program: { programmeStart } }: Session): Promise<string | Back> {
  const check: Check = (text) => {
    const read = parseQuarter(text);
    if (read instanceof Refusal) return `That ${read.says}: ${read.remedy}.`;
    return read.end >= programmeStart || "The programme began on October 1, 2025: the first quarter is FY2026-Q1.";
  };
  const answer = await ask.text("The quarter, such as FY2026-Q1", { check });
  if (answer === BACK) return BACK;
  const read = parseQuarter(answer);
  return read instanceof Refusal ? BACK : read.id;
}
