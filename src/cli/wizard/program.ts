import { POLICY_287G } from "../../policy/policy.ts";
import type { Problem, Problems } from "../../problems/problems.ts";
import { listed, problemsText } from "../../report/problems.ts";
import { runClaims } from "../../run/run.ts";
import type { Draft } from "../../wizard/draft.ts";
import type { Computed, Finding, Program } from "../../wizard/session.ts";
import { claimOf } from "../commands/compute.ts";
import { type FlagName, flagOf, type Given, readFlags, type Typed } from "../flags.ts";
import { CommandRun } from "../running/command.ts";
import type { ExitCode } from "../running/exit.ts";
import { load, startOf } from "../running/load.ts";
import { messagesText, stopped } from "../running/messages.ts";
import { tell, writeWhole } from "../running/output.ts";
import { produce, renderable } from "../running/produce.ts";
import { withProfile } from "../running/profile.ts";
import type { Screen } from "../running/screen.ts";

/** What the wizard takes from the program: the same reading, computing and writing as of every command. */
export const programFor = ({ given, screen }: CommandRun, keep: (draft: Draft) => void): Program => ({
  compute: (draft) => compute(draft, given, screen),
  write,
  keep,
  today: given.today(),
  programmeStart: startOf(POLICY_287G),
  style: screen.err,
  columns: screen.errColumns,
});

/** Writes the claim as compute does, and says nothing but what went wrong. */
export function writeClaim(draft: Draft, { given: { today }, screen }: CommandRun): Promise<ExitCode> {
  return new CommandRun(pathsOf(draft), givenOf(draft, today), screen).run(
    async (command) => {
      command.given = await withProfile(command, command.paths);
      return produce(command, claimOf(command.given));
    },
    ({ problems, files }) => {
      if (problems.hasErrors)
        tell(messagesText(problems, files, { quiet: true }, { style: screen.err, columns: screen.errColumns }));
    },
  );
}

const pathsOf = ({ roster = "" }: Draft): string[] => [roster];
const givenOf = (draft: Draft, today: Given["today"]): Given => readFlags(flagsOf(draft), [], today);

/** The flags that a draft stands for, in the order in which they are shown. */
const flagsOf = (draft: Draft): Typed => ({
  ...(draft.quarter ? { quarter: draft.quarter } : {}),
  rates: draft.rates || false,
  payroll: draft.payroll || false,
  ...(draft.agreements === undefined ? {} : { agreements: draft.agreements }),
  ...(draft.evidence === undefined ? {} : { evidence: draft.evidence }),
  ...restOf(draft),
});

const restOf = ({ agency, prior, map, set, outputs, force }: Draft): Typed => ({
  ...(prior?.length ? { prior } : {}),
  ...(agency ? { agency } : {}),
  ...(map ? { map: pairs(map) } : {}),
  ...(set ? { set: pairs(set) } : {}),
  ...(outputs ? { output: outputs } : {}),
  ...(force ? { force } : {}),
});

const pairs = (of: Readonly<Record<string, string>>): string[] =>
  Object.entries(of).map(([column, value]) => `${column}=${value}`);

/** The words of the command that does what a draft says. */
export const commandOf = (draft: Draft): string[] => [
  "claims",
  "compute",
  ...pathsOf(draft),
  ...Object.entries(flagsOf(draft)).flatMap(([name, value]) => flagWords(name as FlagName, value)),
];

function flagWords(name: FlagName, value: string | boolean | readonly string[]): string[] {
  if (value === false) return [`--no-${name}`];
  const { short } = flagOf(name);
  const flag = short ? `-${short}` : `--${name}`;
  return value === true ? [flag] : [value].flat().flatMap((one) => [flag, one]);
}

async function compute(draft: Draft, { today }: Given, screen: Screen): Promise<Computed> {
  const command = new CommandRun(pathsOf(draft), givenOf(draft, today), screen);
  const { problems } = command;
  let files: readonly string[] = [];
  try {
    const given = await withProfile(command, command.paths);
    const { policy, terms, options, inputs, files: read } = await load(pathsOf(draft), given, problems);
    files = read;
    const run = runClaims(policy, terms, options, inputs, problems, "officers");
    const findings = findingsOf(problems, files, screen);
    const quarter = { id: inputs.quarter.id, why: inputs.why };
    return { claims: problems.hasErrors ? null : renderable(run, given), findings, quarter };
  } catch (error) {
    stopped(error, problems);
    return { claims: null, findings: findingsOf(problems, files, screen) };
  }
}

function findingsOf(problems: Problems, files: readonly string[], { err, errColumns }: Screen): Finding[] {
  const view = { style: err, columns: errColumns, redact: false };
  const shown = listed(problems, files).shown.filter(({ code }) => code !== "quarter-chosen");
  return shown.map((problem) => ({
    severity: problem.severity,
    code: problem.code,
    fromClaim: problem.fromClaim ?? false,
    text: problemsText({ shown: [withoutFlags(problem)], more: [] }, view),
    ...missingOf(problem),
  }));
}

function missingOf({ lacks, where }: Problem): Pick<Finding, "missing"> {
  if (lacks === undefined || where === null || typeof where === "string") return {};
  return { missing: lacks.map((column) => ({ column, headers: where.header })) };
}

/** Remedies that name flags, in the words of the wizard. */
const IN_WORDS: readonly (readonly [flag: RegExp, words: string])[] = [
  [/ If so, use --map [^;]*/g, " You can point it out below."],
  [/; if all officers are of one model, --set program_model=TFM/, ""],
  [/; for one agency give its ORI with --agency ORI/, ""],
  [/--map \S+ takes another/, ""],
  [/, or say which with --map \S+$/, ""],
  [/or --prior with the (claims?) filed/, "or the $1 filed: go back to name them"],
];

const withoutFlags = (problem: Problem): Problem => ({
  ...problem,
  message: problem.message,
  remedy: problem.remedy && IN_WORDS.reduce((text, [flag, words]) => text.replace(flag, words), problem.remedy),
});

async function write(path: string, text: string): Promise<string | undefined> {
  try {
    await writeWhole(path, text, true);
    return undefined;
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}
