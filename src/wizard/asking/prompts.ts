import type { Style } from "../../report/text/style.ts";
import { type Ask, BACK, BACK_KEY, type Back, type Choice, Quit, type Wanted } from "./ask.ts";
import { isFolder, isThere, pathsLike, typedPath } from "./paths.ts";
import { Lines, pasted } from "./plain.ts";

const GO_BACK = { name: `${BACK_KEY} Back`, value: BACK };
/** Lines of a list at most, so that it and its question stay on a screen of 24. */
const LIST_LINES = 12;

/** Asks with inquirer on standard error. @param quit tells that the person is gone */
export async function askWithPrompts(tell: (text: string) => void, style: Style, quit: AbortSignal): Promise<Ask> {
  const { default: inquirer } = await import("inquirer");
  const prompt = inquirer.createPromptModule({ input: process.stdin, output: process.stderr, signal: quit });
  const theme = themeOf(style);
  const put = async (question: object): Promise<unknown> => {
    try {
      return ((await prompt([{ name: "answer", theme, ...question }] as never)) as { answer: unknown }).answer;
    } catch (error) {
      if (error instanceof Error && QUITTING.includes(error.name)) throw new Quit();
      throw error;
    }
  };
  const nothing = new inquirer.Separator(`Nothing here begins so; ${BACK_KEY} goes back.`);
  return {
    tell,
    text: async (message, { usual, check }) => {
      const validate = (text: string) => text.trim() === BACK_KEY || check(text.trim());
      const answer = String((await put({ type: "input", message, default: usual, validate })) ?? "").trim();
      return answer === BACK_KEY ? BACK : answer;
    },
    choose: async (message, choices, usual) => {
      const all = [...choices, GO_BACK];
      return (await put({ type: "select", message, choices: all, default: usual, ...LIST })) as never;
    },
    lines: async (message) => {
      tell(`${style.bold(message)}\n`);
      const lines = new Lines(quit);
      try {
        return await pasted(() => lines.next());
      } finally {
        lines.close();
      }
    },
    path: async (message, wanted) => {
      for (let initialValue = ""; ; ) {
        const source = (term = "") => withBack(term, wanted, nothing);
        const answer = (await put({
          type: "search",
          message: `${message} (Tab completes)`,
          source,
          initialValue,
          ...LIST,
        })) as string | Back;
        if (answer === BACK || !answer.endsWith("/")) return answer;
        initialValue = answer;
      }
    },
    rows: process.stderr.rows ?? 24,
    close: () => {},
  };
}

const LIST = { pageSize: LIST_LINES, loop: false };
const QUITTING = ["ExitPromptError", "AbortPromptError"];

/** Paths that begin as typed, and the way back where nothing was typed yet. */
function withBack(term: string, wanted: Wanted, nothing: object): readonly unknown[] {
  if (term.trim() === BACK_KEY) return [GO_BACK];
  const path = typedPath(term);
  const here = wanted.folders && path !== "" && isFolder(path) ? [choice(path, `${path}  all claims in it`)] : [];
  const like = pathsLike(term, wanted).map((one) => choice(one));
  const exact = like.length === 0 && isThere(path) && !isFolder(path) ? [choice(path)] : [];
  const found = [...here, ...like, ...exact];
  if (term === "") return [...found, GO_BACK];
  return found.length > 0 ? found : [nothing];
}

const choice = (value: string, name = value): Choice<string> => ({ name, value });

/** Inquirer passes more than the text to what sets it off. */
const only =
  (set: (text: string) => string) =>
  (text: string): string =>
    set(text);

const themeOf = ({ bold, dim, red, cyan }: Style) => ({
  prefix: { idle: cyan("?"), done: cyan("*") },
  style: {
    answer: only(cyan),
    message: only(bold),
    error: (text: string) => red(`> ${text}`),
    defaultAnswer: (text: string) => dim(`(${text})`),
    help: only(dim),
    highlight: only(cyan),
    key: only(bold),
    description: only(dim),
    disabled: only(dim),
    searchTerm: only(cyan),
    keysHelpTip: () => dim(`arrows choose, Enter takes, ${BACK_KEY} Enter goes back`),
  },
});
