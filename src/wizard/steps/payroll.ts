import type { ClaimParts } from "../../report/claim/parts.ts";
import { BACK } from "../asking/ask.ts";
import { filesFor } from "../asking/paths.ts";
import type { Draft } from "../draft.ts";
import { explain, type Step } from "../session.ts";
import { askInput } from "./correct.ts";
import type { FileAnswer, FileQuestion } from "./files.ts";

const NONE = "\0none";

const withoutPrior = (draft: Draft): Draft => ({ ...draft, prior: [] });

/** What payroll paid, if there is a file of it. */
export const payroll: Step = async (session) => {
  const { draft } = session;
  explain(
    session,
    "A payroll file says what each officer was paid in the quarter: salary, benefits, overtime. Without it salary and benefits rest on annual figures, and the claim says so.",
  );
  const claims = await askInput(session, () => question(draft), take, withoutPrior);
  if (claims === BACK) return BACK;
  if (draft.payroll) explain(session, payrollText(claims));
  return undefined;

  function take(answer: FileAnswer<typeof NONE>): undefined {
    draft.payroll = "file" in answer ? answer.file : false;
  }
};

function question({ payroll: answered }: Draft): FileQuestion<typeof NONE> {
  const files = filesFor("payroll");
  return {
    message: "Payroll",
    files,
    endings: ["csv", "txt"],
    instead: [{ name: "None", value: NONE }],
    usual: answered === false ? NONE : (answered ?? files[0] ?? NONE),
  };
}

function payrollText({ figures }: ClaimParts): string {
  const whole = figures();
  const officers = whole.claims.flatMap((claim) => claim.officers);
  const paid = officers.filter(({ actuals }) => actuals.some(({ quarter }) => quarter === whole.quarter.id));
  const earlier = [...new Set(officers.flatMap(({ actuals }) => actuals.map(({ quarter }) => quarter)))]
    .filter((quarter) => quarter !== whole.quarter.id)
    .sort();
  const before =
    earlier.length === 0 ? "" : ` It also has ${earlier.join(" and ")}, which count against the overtime cap.`;
  return `Pay of ${whole.quarter.id} is known for ${paid.length} of ${officers.length} officers.${before}`;
}
