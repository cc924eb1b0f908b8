import { counted } from "../../problems/words.ts";
import { FORMATS } from "../../report/claim/formats.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import type { Format } from "../../report/format.ts";
import { dollars } from "../../report/text/amounts.ts";
import { BACK, type Back } from "../asking/ask.ts";
import { besideOf, isThere } from "../asking/paths.ts";
import { explain, type Session, type Step } from "../session.ts";
import { tableText } from "./review.ts";
import { askWhere, inputsOf } from "./save.ts";

/** The formats that a person writes, the one to keep first: the others can be made of it later. */
const OFFERED: readonly (readonly [name: string, does: string])[] = [
  ["json", "the claim document, to keep and to file from"],
  ["pdf", "a form to sign, with fields to fill"],
  ["xlsx", "a workbook: the form to sign, and a formula behind each figure"],
  ["html", "a page for a browser: charts, and the way to each figure"],
  ["table", "the table, to read and to print"],
  ["csv", "a line an officer, for a spreadsheet"],
];

/** Where and as what to write, and whether to. */
export const output: Step = async (session) => {
  const { draft } = session;
  explain(session, "The claim is written into a file of your own; nothing is sent anywhere.");
  draft.outputs = [];
  draft.force = false;
  for (;;) {
    const added = await addOutput(session);
    if (added === BACK && draft.outputs.length === 0) return BACK;
    if (added === BACK) draft.outputs = draft.outputs.slice(0, -1);
    if (added !== "done") continue;
    const answer = await confirm(session);
    if (answer !== BACK) return answer === "changed" ? BACK : undefined;
    draft.outputs = [];
  }
};

async function addOutput(session: Session): Promise<"more" | "done" | Back> {
  const { draft, ask } = session;
  const outputs = draft.outputs ?? [];
  const done = { name: "Nothing more", value: undefined };
  const formats = offered().filter(({ value }) => !outputs.some((path) => isOf(value, path)));
  const message = outputs.length === 0 ? "Write it as" : "Write it as something else too?";
  const format = await ask.choose<Format<ClaimParts> | undefined>(message, [
    ...(outputs.length > 0 ? [done] : []),
    ...formats,
  ]);
  if (format === BACK) return BACK;
  if (format === undefined) return "done";
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
async function confirm(session: Session): Promise<"yes" | "changed" | Back> {
  const { draft, ask, program } = session;
  const { claims } = await program.compute(draft);
  if (!claims || session.shown !== tableText(claims, session)) {
    explain(session, "The files have changed since the claim was shown. Please look at it again.");
    return "changed";
  }
  const { totals } = claims.figures();
  const outputs = draft.outputs ?? [];
  explain(session, `${dollars(totals.total)} for ${counted(totals.claimed_officers, "officer")}, into:`);
  for (const path of outputs) ask.tell(`  ${path}${isThere(path) ? ", replacing the file that is there" : ""}\n`);
  const yes = await ask.choose(outputs.length === 1 ? "Write it?" : "Write them?", [
    { name: "Yes, write", value: "yes" },
  ]);
  return yes === BACK ? BACK : "yes";
}
