import { isatty } from "node:tty";
import { styleText } from "node:util";
import { bashWord, counted, powershellWord } from "../../problems/words.ts";

import { type Ask, BACK, Left } from "../../wizard/asking/ask.ts";
import { askInLines } from "../../wizard/asking/plain.ts";
import { askWithPrompts } from "../../wizard/asking/prompts.ts";
import { type Draft, DraftKeeper } from "../../wizard/draft.ts";
import type { Session } from "../../wizard/session.ts";
import { askAll, LAST_STEP } from "../../wizard/wizard.ts";
import type { Given } from "../flags.ts";
import { EXIT, type ExitCode, UsageError } from "../running/exit.ts";
import { sayAlone } from "../running/messages.ts";
import { toStderr } from "../running/output.ts";
import { lookAtScreen, type Screen } from "../running/screen.ts";

import { Departure } from "../wizard/departure.ts";
import { commandOf, handsOf, writeClaim } from "../wizard/hands.ts";

/** `claims wizard`: asks, shows, confirms, writes; then prints the command that does the same. */
export async function wizard(flags: Given): Promise<ExitCode> {
  const given = flags.plain ? { ...flags, color: false } : flags;
  if (!isatty(0) || !isatty(2)) return noTerminal(given);
  const screen = await lookAtScreen(given);
  const keeper = new DraftKeeper(process.cwd(), process.env);
  const departure = new Departure();
  let ask: Ask | undefined;
  try {
    ask = await askerFor(given, screen, departure.signal);
    return await makeClaim(ask, keeper, given, screen);
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    toStderr(`\nStopped. Nothing is lost: "claims wizard" in this folder goes on where you were.\n`);
    return EXIT.interrupted;
  } finally {
    ask?.close();
    departure.end();
  }
}

function noTerminal(given: Given): Promise<ExitCode> {
  const message = "the wizard asks questions, and here is no terminal to answer on";
  const remedy =
    "give the answers as flags: claims compute roster.csv --quarter FY2026-Q1 --rates rates.csv --payroll payroll.csv --prior FILE -o claim.json";
  return sayAlone(new UsageError("no-terminal", message, remedy), given);
}

/** Plain lines where the terminal is dumb, where they are asked for, and where this Node is too old for more. */
async function askerFor({ plain }: Given, { err }: Screen, gone: AbortSignal): Promise<Ask> {
  const simple = plain || process.env.TERM === "dumb" || typeof styleText !== "function";
  return simple ? askInLines(toStderr, gone) : askWithPrompts(toStderr, err, gone);
}

async function makeClaim(ask: Ask, keeper: DraftKeeper, given: Given, screen: Screen): Promise<ExitCode> {
  const draft = await begin(ask, keeper, screen);
  const hands = handsOf(given, screen, (now) => {
    if (!keeper.keep(now)) ask.tell(`The answers cannot be kept: ${keeper.path} cannot be written.\n`);
  });
  const session: Session = { draft, ask, hands, said: new Set(), written: new Map(), shown: "" };
  for (;;) {
    await askAll(session);
    const code = await writeClaim(draft, given, screen);
    if (code === EXIT.done) break;
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

function contents({ quarter, roster, officers = [] }: Draft): string {
  const typed = officers.length > 0 ? `${counted(officers.length, "officer")} typed in` : undefined;
  const parts = [quarter, roster ?? typed].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : `: ${parts.join(", ")}`;
}

/** The files that were written, and the command that does the same. */
function ending({ draft, written, hands: { style } }: Session): string {
  const files = [...written].map(([path, what]) => `  ${path}  (${what})\n`).join("");
  const words = commandOf(draft);
  const [bash, powershell] = [words.map(bashWord).join(" "), words.map(powershellWord).join(" ")];
  const commands = bash === powershell ? `${bash}\n` : `In bash or zsh:\n${bash}\n\nIn PowerShell:\n${powershell}\n`;
  return `\n${style.bold("Written")}\n${files}\n${style.bold("The same in one command")}\n${commands}`;
}
