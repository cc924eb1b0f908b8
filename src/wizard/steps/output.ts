import type { ClaimDocument } from "../../document/schema.ts";
import { counted, few } from "../../problems/words.ts";
import { FORMATS } from "../../report/claim/formats.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import type { Format } from "../../report/format.ts";
import { dollars } from "../../report/text/amounts.ts";
import { BACK, type Back } from "../asking/ask.ts";
import { besideOf, isSamePath, isThere, typedPath } from "../asking/paths.ts";
import { explain, type Session, type Step } from "../session.ts";
import { keepAnswers, mayKeep } from "./keep.ts";
import { tableText } from "./review.ts";
import { askWhere, inputsOf } from "./save.ts";

/** What most people write, each with the claim document, of which everything else can be made later. */
const TOGETHER: readonly (readonly [name: string, endings: readonly string[]])[] = [
  ["A form to sign (pdf), and the claim to keep and verify (json)", ["pdf", "json"]],
  ["A workbook (xlsx), and the claim (json)", ["xlsx", "json"]],
  ["Form, workbook and claim", ["pdf", "xlsx", "json"]],
  ["The claim alone (json)", ["json"]],
];
const [CHOOSE, NOTHING] = ["\0choose", "\0nothing"] as const;

/** The formats that a person writes, one by one. */
const OFFERED: readonly (readonly [name: string, does: string])[] = [
  ["pdf", "a form to sign, with fields to fill"],
  ["xlsx", "a workbook: the form to sign, and a formula behind each figure"],
  ["json", "the claim document, to keep and to verify; the others can be made of it later"],
  ["html", "a page for a browser: charts, and the way to each figure"],
  ["table", "the table, to read and to print"],
  ["csv", "a line an officer, for a spreadsheet"],
];

/** Where and as what to write, and whether to. */
export const output: Step = async (session) => {
  const { draft, program } = session;
  explain(session, "The claim is written into files of your own; nothing is sent anywhere.");
  const { claims } = await program.compute(draft);
  if (!claims || session.shown !== tableText(claims, session)) return changed(session);
  for (;;) {
    const whole = claims.figures();
    const asked = whole.claims.length === 1 && mayKeep(draft);
    if (asked && (await keepAnswers(session, whole)) === BACK) return BACK;
    const answer = await chooseOutputs(session, whole);
    if (answer !== BACK) return answer === "changed" ? changed(session) : undefined;
    if (!asked) return BACK;
  }
};

function changed(session: Session): Back {
  explain(session, "The files have changed since the claim was shown. Please look at it again.");
  return BACK;
}

/** Asks what to write; the answer writes it. */
async function chooseOutputs(
  session: Session,
  { totals }: Pick<ClaimDocument, "totals">,
): Promise<"write" | "changed" | Back> {
  const { draft, ask } = session;
  for (;;) {
    draft.outputs = [];
    draft.force = false;
    explain(session, `${dollars(totals.total)} for ${counted(totals.claimed_officers, "officer")}.`);
    const answer = await ask.choose<readonly string[] | typeof CHOOSE>("Write it as", [
      ...TOGETHER.map(([name, endings]) => ({ name, value: endings })),
      { name: "Something else: choose formats and names", value: CHOOSE },
    ]);
    if (answer === BACK) return BACK;
    const done = answer === CHOOSE ? await askOutputs(session) : await nameOutputs(session, answer);
    if (done !== BACK) return done;
  }
}

/** Names files of one name; another name, or leave to replace, where one of them is there. */
async function nameOutputs(session: Session, endings: readonly string[]): Promise<"write" | Back> {
  const { draft, ask } = session;
  for (let name = besideOf(draft.roster, `claim-${draft.quarter}`); ; ) {
    const paths = endings.map((ending) => `${name}.${ending}`);
    const there = paths.filter(isThere);
    const inputs = inputsOf(draft);
    const taken = paths.find((path) => inputs.some((input) => isSamePath(input, path)));
    const answer =
      there.length === 0
        ? "write"
        : await ask.choose(`${few(there)} ${there.length === 1 ? "is" : "are"} there already`, [
            { name: "Give another name", value: "name" },
            ...(taken === undefined ? [{ name: `Replace ${there.length === 1 ? "it" : "them"}`, value: "write" }] : []),
          ]);
    if (answer === BACK) return BACK;
    if (answer === "write") {
      draft.outputs = paths;
      draft.force = there.length > 0;
      return "write";
    }
    const typed = await ask.text("Name, without its ending", {
      check: (text) => text !== "" || "A name is needed here.",
    });
    if (typed !== BACK) name = typedPath(typed);
  }
}

/** Asks for formats and names one after the other, and at the end whether to write. */
async function askOutputs(session: Session): Promise<"write" | "changed" | Back> {
  const { draft } = session;
  for (;;) {
    const outputs = draft.outputs ?? [];
    const added = await addOutput(session);
    if (added === BACK && outputs.length === 0) return BACK;
    if (added === BACK) draft.outputs = outputs.slice(0, -1);
    if (added !== "done") continue;
    const answer = await confirm(session);
    if (answer !== BACK) return answer;
  }
}

async function addOutput(session: Session): Promise<"more" | "done" | Back> {
  const { draft, ask } = session;
  const outputs = draft.outputs ?? [];
  const done = { name: "Nothing more", value: NOTHING };
  const formats = offered().filter(({ value }) => !outputs.some((path) => isOf(value, path)));
  const message = outputs.length === 0 ? "Write it as" : "Write it as something else too?";
  const format = await ask.choose<Format<ClaimParts> | typeof NOTHING>(message, [
    ...(outputs.length > 0 ? [done] : []),
    ...formats,
  ]);
  if (format === BACK) return BACK;
  if (format === NOTHING) return "done";
  const [ending = "json"] = format.endings;
  const where = await askWhere(session, {
    message: "File",
    usual: besideOf(draft.roster, `claim-${draft.quarter}.${ending}`),
    endings: format.endings,
    inputs: [...inputsOf(draft), ...outputs],
  });
  if (where === BACK) return outputs.length === 0 ? addOutput(session) : BACK;
  draft.outputs = [...outputs, where.path];
  draft.force ||= where.replace;
  return "more";
}

const isOf = ({ endings }: Format<ClaimParts>, path: string): boolean =>
  endings.some((ending) => path.endsWith(`.${ending}`));

const offered = () =>
  OFFERED.flatMap(([name, does]) => {
    const format = FORMATS.find((one) => one.name === name);
    return format ? [{ name: `${format.endings[0]?.padEnd(5)} ${does}`, value: format }] : [];
  });

/** Shows what is about to be written; the files may have changed since the claim was shown. */
async function confirm(session: Session): Promise<"write" | "changed" | Back> {
  const { draft, ask, program } = session;
  const { claims } = await program.compute(draft);
  if (!claims || session.shown !== tableText(claims, session)) return "changed";
  const outputs = draft.outputs ?? [];
  for (const path of outputs) ask.tell(`  ${path}${isThere(path) ? ", replacing the file that is there" : ""}\n`);
  return ask.choose(outputs.length === 1 ? "Write it?" : "Write them?", [{ name: "Yes, write", value: "write" }]);
}
