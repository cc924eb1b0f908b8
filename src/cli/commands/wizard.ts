import { isatty } from "node:tty";
import { styleText } from "node:util";
import { bashWord, counted, powershellWord } from "../../problems/words.ts";
import { hanging, widthOf } from "../../report/text/width.ts";
import { type Ask, BACK, Quit } from "../../wizard/asking/ask.ts";
import { askInLines } from "../../wizard/asking/plain.ts";
import { askWithPrompts } from "../../wizard/asking/prompts.ts";
import { type Draft, DraftKeeper } from "../../wizard/draft.ts";
import type { Session } from "../../wizard/session.ts";
import { askAll, LAST_STEP } from "../../wizard/steps/all.ts";
import { nameOf } from "../../wizard/steps/officers.ts";
import type { Action, CommandRun } from "../running/command.ts";
import { EXIT, type ExitCode, UsageError } from "../running/exit.ts";
import { tell } from "../running/output.ts";
import type { Screen } from "../running/screen.ts";
import { commandOf, programFor, writeClaim } from "../wizard/program.ts";
import { QuitWatch } from "../wizard/quit-watch.ts";

/** `claims wizard`: asks, shows, confirms, writes; then prints the command that does the same. */
export const wizard: Action = async (command) => {
  if (!isatty(0) || !isatty(2))
    throw new UsageError(
      "no-terminal",
      "the wizard asks questions, and here is no terminal to answer on",
      "give the answers as flags: claims compute roster.csv --quarter FY2026-Q1 --rates rates.csv --payroll payroll.csv --prior FILE -o claim.json",
    );
  const watch = new QuitWatch();
  let ask: Ask | undefined;
  try {
    ask = await askerFor(command, watch.signal);
    return await makeClaim(ask, command);
  } catch (error) {
    if (!(error instanceof Quit)) throw error;
    tell(`\nStopped. Nothing is lost: "claims wizard" in this folder goes on where you were.\n`);
    return EXIT.interrupted;
  } finally {
    ask?.close();
    watch.end();
  }
};

/** Plain lines where the terminal is dumb, where they are asked for, and where this Node is too old for more. */
async function askerFor({ given, screen }: CommandRun, quit: AbortSignal): Promise<Ask> {
  const simple = given.plain || process.env.TERM === "dumb" || typeof styleText !== "function";
  return simple ? askInLines(tell, quit) : askWithPrompts(tell, screen.err, quit);
}

async function makeClaim(ask: Ask, command: CommandRun): Promise<ExitCode> {
  const keeper = new DraftKeeper(process.cwd(), process.env);
  const draft = await begin(ask, keeper, command.screen);
  const program = programFor(command, (now) => {
    if (!keeper.keep(now)) ask.tell(`The answers cannot be kept: ${keeper.path} cannot be written.\n`);
  });
  const session: Session = { draft, ask, program, said: new Set(), written: new Map(), shown: "" };
  for (;;) {
    await askAll(session);
    if ((await writeClaim(draft, command)) === EXIT.done) break;
    draft.step = LAST_STEP;
  }
  keeper.drop();
  for (const path of draft.outputs ?? []) session.written.set(path, "the claim");
  ask.tell(ending(session));
  return EXIT.done;
}

/** Greets, and offers the draft that was left here. */
async function begin(ask: Ask, keeper: DraftKeeper, screen: Screen): Promise<Draft> {
  ask.tell(`${screen.err.bold("A claim, question by question")}\n`);
  ask.tell(GREETING);
  const kept = keeper.kept();
  ask.tell(`Until the claim is written your answers are kept in\n${keeper.path}\n`);
  if (!kept) return { step: 0 };
  for (;;) {
    const resume = await ask.choose(`A claim was begun here${contents(kept)}`, [
      { name: "Go on where it was left", value: true },
      { name: "Begin anew", value: false },
    ]);
    if (resume !== BACK) return resume ? kept : { step: 0 };
  }
}

const GREETING = `Enter takes the answer shown, < and Enter goes back, Ctrl-C stops and keeps
your answers. Nothing is sent anywhere.
`;

function contents({ quarter, roster, saved, officers = [], officer }: Draft): string {
  const typed = officers.length > 0 ? `${counted(officers.length, "officer")} typed in` : undefined;
  const half = officer?.officer_id ? `${nameOf(officer)} begun` : undefined;
  const parts = saved === undefined && (typed ?? half) ? [quarter, typed, half] : [quarter, roster];
  const said = parts.filter((part) => part);
  return said.length === 0 ? "" : `: ${said.join(", ")}`;
}

/** The files that were written, what to do with them, and the command that does the same. */
function ending({ draft, written, program: { style, columns } }: Session): string {
  const files = [...written].map(([path, what]) => `  ${path}  (${what})\n`).join("");
  const words = commandOf(draft);
  const [bash, powershell] = [
    onLines(words.map(bashWord), columns, " \\"),
    onLines(words.map(powershellWord), columns, " `"),
  ];
  const commands = bash === powershell ? `${bash}\n` : `In bash or zsh:\n${bash}\n\nIn PowerShell:\n${powershell}\n`;
  const next = whatNext(draft)
    .map((line, index) => `${hanging(`  ${index + 1}  `, line, columns)}\n`)
    .join("");
  return `\n${style.bold("Written")}\n${files}\n${style.bold("Next")}\n${next}\n${style.bold("The same in one command")}\n${commands}`;
}

/** Words of a command on lines that fit, each ending as the shell has it where the command goes on. */
function onLines(words: readonly string[], columns: number, goesOn: string): string {
  const lines: string[] = [];
  for (const word of withValues(words)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}${goesOn}`) < columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(lines.length === 0 ? word : `  ${word}`);
  }
  return lines.join(`${goesOn}\n`);
}

/** Words, those of a flag and its value as one. */
const withValues = (words: readonly string[]): string[] =>
  words.flatMap((word, index) => {
    const isFlag = (one = "-"): boolean => one.startsWith("-");
    if (index > 0 && isFlag(words[index - 1]) && !isFlag(word)) return [];
    return isFlag(word) && !isFlag(words[index + 1]) ? [`${word} ${words[index + 1]}`] : [word];
  });

/** What remains to be done with a claim that was written. */
function whatNext({ outputs = [], roster = "", rates, payroll, prior = [], evidence }: Draft): string[] {
  const [claim] = outputs.filter((path) => path.endsWith(".json"));
  const form = outputs.find((path) => path.endsWith(".pdf"));
  const kept = [...(claim ? [claim] : []), roster, rates, payroll, evidence, ...prior].filter((path) => path);
  return [
    ...(form ? [`Fill in what ${form} leaves blank, and sign it.`] : []),
    ...(evidence
      ? []
      : ["Say in evidence.csv (officer_id, quarter, figure, document) which paper is behind which dollar."]),
    `Keep together: ${kept.join(", ")}`,
    ...(claim ? [`claims verify ${bashWord(claim)}   computes it again from them, whenever somebody asks`] : []),
  ];
}
