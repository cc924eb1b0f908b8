import { isatty } from "node:tty";
import { runClaims } from "../../audit/run.ts";
import { dayOf, fiscalQuarter, lastEndedQuarter } from "../../engine/calendar.ts";
import { Problems } from "../../ingest/problems.ts";
import { FORMATS } from "../../report/formats.ts";
import { askOnTerminal } from "../../wizard/ask.ts";
import { type Draft, dropDraft, keepDraft, keptDraft } from "../../wizard/draft.ts";
import { askAll, commandOf, type Hands } from "../../wizard/wizard.ts";
import { EXIT, type ExitCode, UsageError } from "../exit.ts";
import { load } from "../load.ts";
import { sayOnStderr, stopped } from "../messages.ts";
import type { Given } from "../options.ts";
import { toStderr, writeWhole } from "../output.ts";
import { renderable } from "../produce.ts";
import { lookAtScreen } from "../screen.ts";
import { bashWord, powershellWord } from "../shell-words.ts";
import { compute } from "./compute.ts";

/** `claims wizard`: asks, shows, confirms, writes; then prints the command that does the same. */
export async function wizard(given: Given): Promise<ExitCode> {
  if (!isatty(0) || !isatty(2)) return noTerminal(given);
  const ask = await askOnTerminal();
  const [env, folder] = [process.env, process.cwd()];
  let draft: Draft = {};
  try {
    const kept = keptDraft(env, folder);
    if (
      kept &&
      (await ask.choose("A claim was begun here", [
        { name: "Go on with its answers", value: true },
        { name: "Begin anew", value: false },
      ])) === true
    )
      draft = kept;
    await askAll(
      draft,
      ask,
      hands(given, (now) => keepDraft(env, folder, now)),
    );
    const code = await compute([draft.roster ?? ""], givenOf(draft, given));
    const words = commandOf(draft);
    toStderr(
      `\nThe same again\n  bash        claims ${words.map(bashWord).join(" ")}\n  PowerShell  claims ${words.map(powershellWord).join(" ")}\n`,
    );
    if (code === EXIT.done) dropDraft(env);
    return code;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ExitPromptError") return say(error, given);
    toStderr("\nInterrupted. What was answered is kept: claims wizard in this folder goes on with it.\n");
    return EXIT.interrupted;
  }
}

async function say(error: unknown, given: Given): Promise<ExitCode> {
  const problems = new Problems();
  const code = stopped(error, problems);
  sayOnStderr(problems, [], given, await lookAtScreen(given));
  return code;
}

function noTerminal(given: Given): Promise<ExitCode> {
  const remedy =
    "claims compute ROSTER --quarter FY2026-Q1 --rates FILE --payroll FILE --prior PATH -o FILE does the same";
  return say(new UsageError("no-terminal", "the wizard asks, and here is no terminal to answer on", remedy), given);
}

const givenOf = ({ agency, quarter, rates, payroll, prior, output }: Draft, { color }: Given): Given => ({
  ...(color === undefined ? {} : { color }),
  ...(agency ? { agency } : {}),
  ...(quarter ? { quarter } : {}),
  rates: rates || false,
  payroll: payroll || false,
  ...(prior ? { prior: [prior] } : {}),
  ...(output ? { output: [output] } : {}),
});

function hands(given: Given, keep: (draft: Draft) => void): Hands {
  return {
    say: toStderr,
    keep,
    write: async (path, text) => {
      await writeWhole(path, text, false);
    },
    check: (draft) => look(draft, given, false),
    show: async (draft) => {
      await look(draft, given, true);
    },
    usualQuarter: usualQuarter(),
  };
}

function usualQuarter() {
  const now = new Date();
  const last = lastEndedQuarter(dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0);
  return last.year.year < 2026 ? fiscalQuarter(2026, 1) : last;
}

/** Reads what the draft names and says what is found. @param table whether the claim is shown too @returns whether it computes */
async function look(draft: Draft, given: Given, table: boolean): Promise<boolean> {
  const flags: Given = { ...givenOf(draft, given), output: [], quiet: true };
  const problems = new Problems();
  const screen = await lookAtScreen(given);
  let files: readonly string[] = [];
  try {
    const loaded = await load([draft.roster ?? ""], flags, problems);
    files = loaded.files;
    const run = runClaims(loaded.policy, loaded.terms, loaded.options, loaded.inputs, problems, "officers");
    sayOnStderr(problems, files, flags, screen);
    const officers = run.claims.reduce((sum, { totals }) => sum + totals.officers, 0);
    if (!table)
      toStderr(problems.hasErrors ? "" : `Found ${officers} officer${officers === 1 ? "" : "s"}, no errors.\n`);
    else
      toStderr(
        `\n${FORMATS[0]?.render(renderable(run, flags), { by: "officer", columns: screen.errColumns, style: screen.err })}\n`,
      );
    return !problems.hasErrors;
  } catch (error) {
    stopped(error, problems);
    sayOnStderr(problems, files, flags, screen);
    return false;
  }
}
