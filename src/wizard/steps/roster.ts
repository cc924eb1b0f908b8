import { printable } from "../../problems/printable.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import { BACK, type Back } from "../asking/ask.ts";
import { filesFor, INPUT_ENDINGS } from "../asking/paths.ts";
import type { Draft } from "../draft.ts";
import { explain, type Session, type Step } from "../session.ts";
import { askInput } from "./correct.ts";
import type { FileAnswer, FileQuestion } from "./files.ts";
import { typeOfficers } from "./officers.ts";
import { pasteOfficers } from "./paste.ts";
import { rosterText } from "./told.ts";

const [TYPE_IN, PASTE] = ["\0type-in", "\0paste"] as const;
type Kind = typeof TYPE_IN | typeof PASTE;

const rosterAlone = (draft: Draft): Draft => ({ ...draft, quarter: "", rates: false, payroll: false, prior: [] });

/** Where the roster is, and what is in it. */
export const roster: Step = async (session) => {
  const { draft } = session;
  explain(
    session,
    "The roster has a line for each officer: a workbook or CSV as your payroll system exports it. Without a file you can type the officers in.",
  );
  for (;;) {
    const claims = await askInput(session, () => question(draft), taken, rosterAlone);
    if (claims === BACK) return BACK;
    if ((await chooseAgency(session, claims)) !== BACK) return undefined;
  }

  function taken(answer: FileAnswer<Kind>): Promise<Back | undefined> | undefined {
    if ("file" in answer) return take(draft, answer.file);
    return answer.instead === TYPE_IN ? typeOfficers(session) : pasteOfficers(session);
  }
};

const question = ({ officers, officer, saved, roster: answered }: Draft): FileQuestion<Kind> => ({
  message: "Which roster?",
  files: filesFor("roster"),
  endings: INPUT_ENDINGS,
  instead: [
    { name: "Type the officers in, one by one", value: TYPE_IN },
    { name: "Paste rows from a spreadsheet", value: PASTE },
  ],
  usual: (officers ?? officer) && saved === undefined ? TYPE_IN : answered,
});

/** A roster that is chosen, the same one too, is looked at anew; another one is of no quarter yet. */
function take(draft: Draft, file: string): undefined {
  delete draft.map;
  delete draft.set;
  if (file !== draft.roster) for (const of of ["quarter", "quarterFirst"] as const) delete draft[of];
  draft.roster = file;
}

/** Says what the roster holds; of several agencies, asks which. */
async function chooseAgency(session: Session, { figures }: ClaimParts): Promise<Back | undefined> {
  const whole = figures();
  const { draft, ask } = session;
  for (const claim of whole.claims.slice(0, MOST_AGENCIES)) explain(session, `Found ${rosterText(claim)}.`);
  if (whole.claims.length > MOST_AGENCIES) explain(session, `In all ${whole.claims.length} agencies.`);
  if (whole.claims.length < 2) return undefined;
  const ids = whole.claims.slice(0, MOST_AGENCIES).map(({ agency_id }) => agency_id);
  const one = await ask.choose("Which agency?", [
    { name: `All ${whole.claims.length} in one claim file`, value: "" },
    ...ids.map((id) => ({ name: printable(id), value: id })),
  ]);
  if (one === BACK) return BACK;
  draft.agency = one;
  return undefined;
}

const MOST_AGENCIES = 8;
