import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { CellReader } from "../ingest/cells.ts";
import { Refusal } from "../ingest/problems.ts";

/** Goes to the question before. */
export const BACK = Symbol("back");
type Back = typeof BACK;

/** One choice of a question. */
export interface Choice<T> {
  readonly name: string;
  readonly value: T;
}

/** The questions that the wizard can ask. In a text, `<` goes back. */
export interface Ask {
  readonly text: (message: string, usual?: string, check?: (text: string) => string | true) => Promise<string | Back>;
  readonly choose: <T>(message: string, choices: readonly Choice<T>[], usual?: T) => Promise<T | Back>;
  readonly path: (message: string, others: readonly Choice<string>[]) => Promise<string | Back>;
}

/** Asks with inquirer on standard error. */
export async function askOnTerminal(): Promise<Ask> {
  const { default: inquirer } = await import("inquirer");
  const prompt = inquirer.createPromptModule({ input: process.stdin, output: process.stderr });
  const back = { name: "‹ back", value: BACK };
  const ask = async (question: object): Promise<unknown> =>
    ((await prompt([{ name: "answer", ...question }] as never)) as { answer: unknown }).answer;
  return {
    text: async (message, usual, check = () => true) => {
      const validate = (text: string) => text.trim() === "<" || check(text.trim());
      const answer = await ask({ type: "input", message, default: usual, validate });
      const text = String(answer ?? "").trim();
      return text === "<" ? BACK : text;
    },
    choose: async (message, choices, usual) =>
      (await ask({ type: "select", message, choices: [...choices, back], default: usual })) as never,
    path: async (message, others) => {
      for (let folder = ""; ; ) {
        const source = (term?: string) => (term ? pathsLike(term) : [...others, back, ...pathsLike(folder)]);
        const answer = (await ask({ type: "search", message, source })) as string | Back;
        if (answer === BACK || !answer.endsWith("/")) return answer;
        folder = answer;
      }
    },
  };
}

/** Folders and CSV or JSON files whose path begins with what was typed. */
export function pathsLike(term: string): Choice<string>[] {
  const folder = term.endsWith("/") ? term : dirname(term || ".");
  const begins = term.endsWith("/") || term === "" ? "" : basename(term);
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.name.startsWith(begins) && !entry.name.startsWith("."))
      .filter((entry) => entry.isDirectory() || /\.(csv|json|txt)$/i.test(entry.name))
      .map((entry) => join(folder, entry.name) + (entry.isDirectory() ? "/" : ""))
      .sort()
      .map((path) => ({ name: path, value: path }));
  } catch {
    return [];
  }
}

/** A check of a text as the cell of a column would be read. */
export const asCell =
  (read: CellReader<unknown>, may: "blank" | "filled" = "filled") =>
  (text: string): string | true => {
    if (text === "") return may === "blank" || "needs an answer (< goes back)";
    const value = read(text);
    return value instanceof Refusal ? `${value.says}; ${value.remedy}` : true;
  };
