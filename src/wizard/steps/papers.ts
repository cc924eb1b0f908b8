import { besideRoster } from "../../files/read.ts";
import { BESIDE } from "../../ingest/text/rows.ts";
import { BACK } from "../asking/ask.ts";
import type { Draft } from "../draft.ts";
import { explain, type Step } from "../session.ts";
import { computeCorrected } from "./correct.ts";

const ASKED = BESIDE.filter((role) => role === "agreements" || role === "evidence");

const WHY = {
  agreements: "A day counts only under an agreement that was signed and had not ended.",
  evidence: "The claim then says how many of its dollars have a document.",
};

/** The files of agreements and of evidence that lie beside the roster. */
export const papersBeside = ({ roster }: Draft) =>
  ASKED.flatMap((role) =>
    ["csv", "xlsx"].flatMap((ending) => {
      const path = roster === undefined ? undefined : besideRoster(roster, `${role}.${ending}`);
      return path === undefined ? [] : [{ role, path }];
    }),
  ).filter(({ role }, index, all) => all.findIndex((one) => one.role === role) === index);

/** Whether agreements and evidence that lie beside the roster count. */
export const papers: Step = async (session) => {
  const { draft, ask } = session;
  const beside = papersBeside(draft);
  for (let at = 0; at < beside.length; ) {
    const { role, path } = beside[at] as (typeof beside)[number];
    explain(session, WHY[role]);
    const choices = [
      { name: path, value: path },
      { name: "None", value: false as const },
    ];
    const answer = await ask.choose<string | false>(
      role === "agreements" ? "Agreements" : "Evidence",
      choices,
      draft[role],
    );
    if (answer === BACK && at === 0) return BACK;
    if (answer === BACK) {
      at -= 1;
      continue;
    }
    draft[role] = answer;
    if ((await computeCorrected(session, (now) => ({ ...now, prior: [] }))) !== BACK) at += 1;
  }
  return undefined;
};
