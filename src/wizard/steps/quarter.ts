import { fiscalQuarter, lastEndedQuarter } from "../../engine/rules/fiscal-quarter.ts";
import type { Quarter } from "../../engine/values/calendar.ts";
import { parseQuarter } from "../../ingest/cells/quarter.ts";
import { Refusal } from "../../problems/refusal.ts";
import { BACK, type Back, type Check } from "../asking/ask.ts";
import { type Computed, explain, type Session, type Step } from "../session.ts";
import { computeCorrected } from "./correct.ts";
import { payrollText, rateText } from "./told.ts";

const OTHER = "other";
/** Quarters offered: the last ones that ended, and the running one. */
const OFFERED = 6;

/** Which quarter is claimed: compute's own choice is the usual one. Where the rates do not have it, that is asked. */
export const quarter: Step = async (session) => {
  const { draft, program } = session;
  const { quarter: chosen } = await program.compute({ ...draft, quarter: "", prior: [] });
  for (;;) {
    if ((await askQuarter(session, chosen)) === BACK) return BACK;
    const claims = await computeCorrected(session, (now) => ({ ...now, prior: [] }));
    if (claims === BACK) continue;
    const agencies = claims.figures().claims;
    for (const claim of agencies) explain(session, rateText(claim, draft));
    if (draft.payroll) explain(session, payrollText(claims));
    if (!draft.rates || agencies.some(({ placement, placements_provided: none }) => placement || none === 0))
      return undefined;
    if ((await askWithoutRate(session)) === "on") return undefined;
  }
};

const askWithoutRate = ({ draft, ask }: Session) =>
  ask.choose(`There is no rate for ${draft.quarter}`, [
    { name: "Another quarter", value: "again" },
    { name: "Go on without an award", value: "on" },
  ]);

/** Asks for the quarter. @param chosen what compute would take, and why */
export async function askQuarter(session: Session, chosen: Computed["quarter"]): Promise<Back | undefined> {
  const { draft, ask, program } = session;
  explain(session, "A claim is for one quarter of the federal fiscal year: October begins it.");
  const usual = draft.quarter || chosen?.id || lastEndedQuarter(program.today).id;
  for (;;) {
    const choices = offered(session, usual).map((one) => ({
      name: `${one.id}  ${months(one)}${chosen?.why && one.id === chosen.id ? `, ${chosen.why}` : standing(one, session)}`,
      value: one.id,
    }));
    const answer = await ask.choose("Which one?", [...choices, { name: "Another quarter", value: OTHER }], usual);
    if (answer === BACK) return BACK;
    const id = answer === OTHER ? await askOther(session) : answer;
    if (id === BACK) continue;
    draft.quarter = id;
    return undefined;
  }
}

function offered({ program: { today, programmeStart } }: Session, usual: string): Quarter[] {
  const last = lastEndedQuarter(today).year.year;
  const all = [last - 1, last, last + 1].flatMap((year) => ([1, 2, 3, 4] as const).map((n) => fiscalQuarter(year, n)));
  const begun = all.filter(({ start, end }) => end >= programmeStart && start <= today).slice(-OFFERED);
  const answered = parseQuarter(usual);
  if (answered instanceof Refusal || begun.some(({ id }) => id === answered.id)) return begun;
  return [answered, ...begun];
}

const MONTHS = ["October to December", "January to March", "April to June", "July to September"];

/** `October to December 2025` */
const months = ({ number, year }: Quarter): string =>
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
