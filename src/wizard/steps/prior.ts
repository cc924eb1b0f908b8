import type { ClaimParts } from "../../report/claim/parts.ts";
import { BACK } from "../asking/ask.ts";
import { filesFor, isSamePath } from "../asking/paths.ts";
import { explain, type Session, type Step } from "../session.ts";
import { computeCorrected } from "./correct.ts";
import { askFile } from "./files.ts";

const NO_MORE = "\0no-more";

/** Claims filed earlier, one after the other. */
export const prior: Step = async (session) => {
  const { draft } = session;
  explain(
    session,
    "Claims of earlier quarters count against the year's overtime cap and the one-time allowances. Name the claim files (.json) that were filed, or the folder that holds them.",
  );
  const before = draft.prior ?? [];
  draft.prior = [];
  for (;;) {
    const counted: string[] = draft.prior ?? [];
    const files = filesFor("claim").filter((file) => !counted.some((one) => isSamePath(one, file)));
    const answer = await askFile(session, {
      message: counted.length === 0 ? "Claims filed earlier" : "Another claim filed earlier",
      files,
      endings: ["json"],
      folders: true,
      instead: [{ name: counted.length === 0 ? "None" : "No other", value: NO_MORE }],
      usual: before[counted.length] ?? likely(session, files) ?? NO_MORE,
    });
    if (answer === BACK && counted.length === 0) {
      draft.prior = before;
      return BACK;
    }
    if (answer === BACK) draft.prior = counted.slice(0, -1);
    else if ("instead" in answer) return undefined;
    else await take(session, answer.file);
  }
};

/** After the year's first quarter there is something to count. */
const likely = ({ draft: { quarter } }: Session, [first]: readonly string[]): string | undefined =>
  quarter?.endsWith("Q1") ? undefined : first;

async function take(session: Session, file: string): Promise<void> {
  const { draft } = session;
  const others = draft.prior ?? [];
  draft.prior = [...others, file];
  const claims = await computeCorrected(session, (now) => now);
  if (claims === BACK) draft.prior = others;
  else for (const line of priorTexts(claims)) explain(session, line);
}

function priorTexts({ figures }: ClaimParts): string[] {
  const whole = figures();
  const counted = whole.claims.flatMap(({ agency_id, prior: claims = [] }) =>
    claims.map(({ quarter, path }) => `${path} (${agency_id}, ${quarter})`),
  );
  return counted.length === 0
    ? ["It holds no claim of this agency."]
    : [`Counted: ${[...new Set(counted)].join(", ")}.`];
}
