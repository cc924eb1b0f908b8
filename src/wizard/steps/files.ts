import { BACK, type Back, type Choice } from "../asking/ask.ts";
import { isSamePath } from "../asking/paths.ts";
import type { Session } from "../session.ts";

/** A question for a file, or for something else instead. */
export interface FileQuestion<T extends string> {
  readonly message: string;
  /** Files to choose from, the likeliest first. */
  readonly files: readonly string[];
  readonly endings: readonly string[];
  readonly folders?: boolean;
  /** What can be answered instead of a file. */
  readonly instead: readonly Choice<T>[];
  /** The answer that was given before, or is the likeliest. */
  readonly usual: string | undefined;
}

/** A file that was named, or what was chosen instead. */
export type FileAnswer<T> = { readonly file: string } | { readonly instead: T };

const TYPED = "\0typed";

/** Asks for a file: one of those at hand, another by its path, or something instead. */
export async function askFile<T extends string>(
  { ask }: Session,
  { message, files, endings, folders = false, instead, usual }: FileQuestion<T>,
): Promise<FileAnswer<T> | Back> {
  const known = instead.some(({ value }) => value === usual);
  const all = usual === undefined || known || files.some((file) => isSamePath(file, usual)) ? files : [usual, ...files];
  const choices: Choice<string>[] = [
    ...all.map((file) => ({ name: file, value: file })),
    ...instead,
    { name: all.length > 0 ? "Another file: type where it is" : "A file: type where it is", value: TYPED },
  ];
  for (;;) {
    const answer = await ask.choose(message, choices, usual);
    if (answer === BACK) return BACK;
    const other = instead.find(({ value }) => value === answer);
    if (other) return { instead: other.value };
    if (answer !== TYPED) return { file: answer };
    const path = await ask.path("Where is it?", { endings, folders });
    if (path !== BACK) return { file: path };
  }
}
