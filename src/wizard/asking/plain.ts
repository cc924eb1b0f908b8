import { createInterface } from "node:readline";
import { nearest } from "../../problems/nearest.ts";
import { few } from "../../problems/words.ts";
import { type Ask, BACK, BACK_KEY, type Back, type Check, type Choice, Quit } from "./ask.ts";
import { isFolder, isThere, pathsLike, typedPath } from "./paths.ts";

/** Asks in plain lines, each choice with a number: for screen readers and terminals without a cursor. */
export function askInLines(tell: (text: string) => void, quit: AbortSignal): Ask {
  const lines = new Lines(quit);
  /** Asks until an answer is taken. @param take the answer, or what is wrong with it */
  const until = async <T>(message: string, take: (line: string) => { answer: T } | string): Promise<T | Back> => {
    for (;;) {
      tell(message);
      const line = (await lines.next()).trim();
      if (line === BACK_KEY) return BACK;
      const taken = take(line);
      if (typeof taken !== "string") return taken.answer;
      tell(`${taken}\n`);
    }
  };
  return {
    tell,
    text: (message, { usual, check }) =>
      until(`${message}${usual ? ` (Enter for ${usual})` : ""}: `, (line) => checked(line || usual || "", check)),
    choose: (message, choices, usual) => {
      const at = Math.max(
        0,
        choices.findIndex(({ value }) => value === usual),
      );
      tell(`${message}\n${choices.map(({ name }, index) => `  ${index + 1}  ${name}\n`).join("")}`);
      return until(`Number (Enter for ${at + 1}, ${BACK_KEY} to go back): `, (line) => chosen(line, choices, at));
    },
    lines: async (message) => {
      tell(`${message}\n`);
      return pasted(() => lines.next());
    },
    path: (message, { endings, folders }) =>
      until(`${message} (${BACK_KEY} to go back): `, (line) => {
        const path = typedPath(line);
        if (line !== "" && isThere(path) && (folders || !isFolder(path))) return { answer: path };
        return notThere(path, endings);
      }),
    rows: Number.POSITIVE_INFINITY,
    close: () => lines.close(),
  };
}

/** Lines up to an empty one; the way back alone on the first. */
export async function pasted(next: () => Promise<string>): Promise<string[] | Back> {
  const all: string[] = [];
  for (;;) {
    const line = await next();
    if (line.trim() === BACK_KEY && all.length === 0) return BACK;
    if (line.trim() === "") return all;
    all.push(line);
  }
}

function checked(text: string, check: Check): { answer: string } | string {
  const wrong = check(text);
  return wrong === true ? { answer: text } : wrong;
}

function chosen<T>(line: string, choices: readonly Choice<T>[], usual: number): { answer: T } | string {
  const number = line === "" ? usual + 1 : Number(line);
  const named = choices.find(({ name }) => line !== "" && name.toLowerCase().startsWith(line.toLowerCase()));
  const choice = choices[number - 1] ?? named;
  return choice ? { answer: choice.value } : `Please type a number from 1 to ${choices.length}.`;
}

function notThere(path: string, endings: readonly string[]): string {
  if (path === "") return "A path is needed here.";
  if (isFolder(path)) return `${path} is a folder. It holds: ${fewPaths(pathsLike(`${path}/`, { endings }))}.`;
  const others = pathsLike("", { endings });
  const near = nearest(path, others);
  return `There is no file ${path}. ${near ? `Did you mean ${near}?` : `This folder holds: ${fewPaths(others)}.`}`;
}

const fewPaths = (paths: readonly string[]): string => few(paths, 10) || "nothing that fits";

/** The lines that are typed, also those typed ahead. */
export class Lines {
  private readonly typed: string[] = [];
  private waiting: { take: (line: string) => void; fail: (error: Error) => void } | undefined;
  private ended = false;
  private readonly readline = createInterface({ input: process.stdin, terminal: false });

  constructor(quit: AbortSignal) {
    this.readline.on("line", (line) => {
      if (this.waiting) this.waiting.take(line);
      else this.typed.push(line);
      this.waiting = undefined;
    });
    const end = (): void => {
      this.ended = true;
      this.waiting?.fail(new Quit());
      this.waiting = undefined;
    };
    this.readline.on("close", end);
    quit.addEventListener("abort", end);
  }

  next(): Promise<string> {
    const line = this.typed.shift();
    if (line !== undefined) return Promise.resolve(line);
    if (this.ended) return Promise.reject(new Quit());
    return new Promise((take, fail) => {
      this.waiting = { take, fail };
    });
  }

  close(): void {
    this.readline.close();
  }
}
