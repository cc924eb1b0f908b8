import { quarterOfId } from "../../engine/rules/fiscal-quarter.ts";
import { BACK } from "../asking/ask.ts";
import type { Session, Step } from "../session.ts";
import { areTyped } from "./officers.ts";
import { output } from "./output.ts";
import { papers, papersBeside } from "./papers.ts";
import { payroll } from "./payroll.ts";
import { prior } from "./prior.ts";
import { quarter } from "./quarter.ts";
import { rates } from "./rates.ts";
import { review } from "./review.ts";
import { roster } from "./roster.ts";

/** A question and whether it is asked at all; a way back goes past it where it is not. */
interface Part {
  readonly title: string;
  readonly step: Step;
  readonly wanted?: (session: Session) => boolean;
}

const PARTS: readonly Part[] = [
  { title: "Officers", step: roster },
  { title: "Placement rate", step: rates },
  { title: "Payroll", step: payroll, wanted: ({ draft }) => !areTyped(draft) },
  { title: "Quarter", step: quarter, wanted: ({ draft }) => draft.quarterFirst !== true },
  { title: "Agreements and evidence", step: papers, wanted: ({ draft }) => papersBeside(draft).length > 0 },
  { title: "Earlier claims", step: prior, wanted: mayHavePrior },
  { title: "The claim", step: review },
  { title: "Writing", step: output },
];

/** Nothing was claimed before the programme's first quarter. */
function mayHavePrior({ draft, program: { programmeStart } }: Session): boolean {
  const claimed = quarterOfId(draft.quarter ?? "");
  return claimed === undefined || claimed.start > programmeStart;
}

/** The last question, to which a failed writing goes back. */
export const LAST_STEP = PARTS.length - 1;

/** Asks question after question from where the draft is, with a way back at each, until the claim may be written. */
export async function askAll(session: Session): Promise<void> {
  const { draft, ask, program } = session;
  for (let on = true; draft.step < PARTS.length; ) {
    const part = PARTS[draft.step];
    if (!part) return;
    if (part.wanted?.(session) ?? true) {
      if (Object.keys(draft).length > 1) program.keep(draft);
      ask.tell(`\n${program.style.bold(part.title)}\n`);
      on = (await part.step(session)) !== BACK;
    }
    draft.step = Math.max(0, draft.step + (on ? 1 : -1));
    if (draft.step === 0) on = true;
  }
}
