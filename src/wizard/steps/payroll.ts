import { BACK } from "../asking/ask.ts";
import { filesFor, INPUT_ENDINGS } from "../asking/paths.ts";
import type { Draft } from "../draft.ts";
import { explain, type Step } from "../session.ts";
import { askInput } from "./correct.ts";
import type { FileAnswer, FileQuestion } from "./files.ts";

const NONE = "\0none";

const withoutPrior = (draft: Draft): Draft => ({ ...draft, quarter: "", prior: [] });

/** What payroll paid, if there is a file of it. */
export const payroll: Step = async (session) => {
  const { draft } = session;
  explain(
    session,
    "A payroll file says what each officer was paid in the quarter: salary, benefits, overtime. Without it salary and benefits rest on annual figures, and the claim says so.",
  );
  return (await askInput(session, () => question(draft), take, withoutPrior)) === BACK ? BACK : undefined;

  function take(answer: FileAnswer<typeof NONE>): undefined {
    draft.payroll = "file" in answer ? answer.file : false;
  }
};

function question({ payroll: answered }: Draft): FileQuestion<typeof NONE> {
  const files = filesFor("payroll");
  return {
    message: "Payroll",
    files,
    endings: INPUT_ENDINGS,
    instead: [{ name: "None", value: NONE }],
    usual: answered === false ? NONE : (answered ?? files[0] ?? NONE),
  };
}
