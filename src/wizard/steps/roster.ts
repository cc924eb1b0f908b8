import type { AgencyDocument } from "../../document/schema.ts";
import { identifier } from "../../ingest/cells/words.ts";
import { inputText } from "../../ingest/starter.ts";
import { printable } from "../../problems/printable.ts";
import { counted } from "../../problems/words.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import { asCell, BACK, type Back } from "../asking/ask.ts";
import { filesFor } from "../asking/paths.ts";
import type { Draft } from "../draft.ts";
import { explain, type Session, type Step } from "../session.ts";
import { ori } from "./agency.ts";
import { askInput } from "./correct.ts";
import type { FileAnswer, FileQuestion } from "./files.ts";
import { askOfficers } from "./officers.ts";
import { askWhere, freeName } from "./save.ts";

const TYPE_IN = "\0type-in";

const rosterAlone = (draft: Draft): Draft => ({ ...draft, rates: false, payroll: false, prior: [] });

/** Where the roster is, and what is in it. */
export const roster: Step = async (session) => {
  const { draft } = session;
  explain(
    session,
    "The roster is a CSV file with a line for each officer. In Excel it is saved with File, Save As, CSV UTF-8. Without a file you can type the officers in.",
  );
  for (;;) {
    const claims = await askInput(session, () => question(draft), taken, rosterAlone);
    if (claims === BACK) return BACK;
    if ((await chooseAgency(session, claims)) !== BACK) return undefined;
  }

  function taken(answer: FileAnswer<typeof TYPE_IN>): Promise<Back | undefined> | undefined {
    return "file" in answer ? take(draft, answer.file) : typeIn(session);
  }
};

const question = ({ officers, officer, saved, roster: answered }: Draft): FileQuestion<typeof TYPE_IN> => ({
  message: "Which roster?",
  files: filesFor("roster"),
  endings: ["csv", "txt"],
  instead: [{ name: "Type the officers in, one by one", value: TYPE_IN }],
  usual: (officers ?? officer) && saved === undefined ? TYPE_IN : answered,
});

/** Another roster calls its columns otherwise. */
function take(draft: Draft, file: string): undefined {
  if (file !== draft.roster) delete draft.map;
  draft.roster = file;
}

async function typeIn(session: Session): Promise<Back | undefined> {
  const { draft, ask, program } = session;
  const check = (text: string): string | true => (ori(text) === true ? asCell(identifier)(text) : ori(text));
  const id = draft.agency || (await ask.text("The agency's ORI, such as FL0310200", { check }));
  if (id === BACK) return BACK;
  draft.agency = id;
  for (;;) {
    if ((await askOfficers(session)) === BACK) return BACK;
    const usual = draft.saved ?? freeName("roster.csv", draft.quarter);
    const where = await askWhere(session, { message: "Save the officers as", usual, endings: ["csv"], inputs: [] });
    if (where === BACK) continue;
    const rows = (draft.officers ?? []).map((row) => ({ agency_id: id, ...row }));
    const wrong = await program.write(where.path, inputText("roster", rows));
    if (wrong !== undefined) {
      explain(session, wrong);
      continue;
    }
    session.written.set(where.path, "the officers that you typed in");
    explain(session, `Saved ${where.path}. You can open it in a spreadsheet later.`);
    take(draft, where.path);
    draft.saved = where.path;
    program.keep(draft);
    return undefined;
  }
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

const MODEL_NAMES = { TFM: "task force (TFM)", JEM: "jail (JEM)", WSO: "warrant service (WSO)" } as const;

/** `24 officers of FL0310200, Palmetto Bay: 18 task force (TFM), 6 jail (JEM); 2 without a training date` */
function rosterText({ agency_id, agency_name, officers }: AgencyDocument): string {
  const models = (["TFM", "JEM", "WSO"] as const)
    .map((model) => ({ model, n: officers.filter(({ program_model }) => program_model === model).length }))
    .filter(({ n }) => n > 0)
    .map(({ model, n }) => `${n} ${MODEL_NAMES[model]}`);
  const untrained = officers.filter(({ rows }) => rows.every(({ trained_on }) => trained_on === null)).length;
  const name = agency_name === null ? "" : `, ${printable(agency_name)}`;
  const without = untrained === 0 ? "" : `; ${untrained} without a training date`;
  return `${counted(officers.length, "officer")} of ${printable(agency_id)}${name}: ${models.join(", ")}${without}`;
}
