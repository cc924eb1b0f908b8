import { BACK } from "../asking/ask.ts";
import type { Session, Step } from "../session.ts";
import { agency } from "./agency.ts";
import { output } from "./output.ts";
import { payroll } from "./payroll.ts";
import { prior } from "./prior.ts";
import { quarter } from "./quarter.ts";
import { rates } from "./rates.ts";
import { review } from "./review.ts";
import { roster } from "./roster.ts";

const STEPS: readonly (readonly [title: string, step: Step])[] = [
  ["Agency", agency],
  ["Quarter", quarter],
  ["Roster", roster],
  ["Placement rate", rates],
  ["Payroll", payroll],
  ["Earlier claims", prior],
  ["The claim", review],
  ["Writing", output],
];

/** The last question, to which a failed writing goes back. */
export const LAST_STEP = STEPS.length - 1;

/** Asks question after question from where the draft is, with a way back at each, until the claim may be written. */
export async function askAll(session: Session): Promise<void> {
  const { draft, ask, program } = session;
  while (draft.step < STEPS.length) {
    if (Object.keys(draft).length > 1) program.keep(draft);
    const [title, step] = STEPS[draft.step] ?? STEPS[0] ?? [];
    if (!title || !step) return;
    ask.tell(`\n${program.style.bold(`${draft.step + 1} of ${STEPS.length}  ${title}`)}\n`);
    const went = await step(session);
    draft.step = went === BACK ? Math.max(0, draft.step - 1) : draft.step + 1;
  }
}
