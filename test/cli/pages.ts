import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { type Ended, inFolder } from "./run.ts";

/*
 * A golden page is a command as a person would try it and all that came of it:
 *
 *   # what it shows
 *   @ file.csv            a file that is there before (any number)
 *   ...
 *   $ claims compute file.csv
 *   >>> what standard output holds
 *   >>>2 what standard error holds
 *   >>>= the exit code
 *
 * PAGES=write writes what came instead of comparing; read it before it is committed.
 */
interface Page {
  readonly title: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly command: string;
  readonly ended: Ended;
}

const FOLDER = join(import.meta.dirname, "golden");

/** The names of all pages. */
export const PAGES = readdirSync(FOLDER).filter((file) => file.endsWith(".golden"));

/** Tests that what comes of a page's command in a shell is what stands on the page. */
export function testPage(name: string, shell: (command: string, folder: string) => Ended | Promise<Ended>): void {
  const path = join(FOLDER, name);
  const text = readFileSync(path, "utf8");
  const page = readPage(text.includes("\n>>>\n") ? text : `${text.trimEnd()}\n>>>\n>>>2\n>>>= 0\n`);
  it(`${name}: ${page.title}`, async () => {
    const ended = await inFolder((folder) => {
      for (const file of page.files) {
        mkdirSync(dirname(join(folder, file.name)), { recursive: true });
        writeFileSync(join(folder, file.name), file.text);
      }
      return shell(page.command, folder);
    });
    if (process.env.PAGES === "write") writeFileSync(path, writePage(text, ended));
    else expect(ended).toEqual(page.ended);
  });
}

function readPage(text: string): Page {
  const head = text.slice(0, text.indexOf("\n$ ") + 1);
  const rest = text.slice(head.length);
  const files = head.split(/^@ /m).slice(1);
  const [, command = "", stdout = "", stderr = "", code = ""] =
    /^\$ ([\s\S]*?)\n>>>\n([\s\S]*?)>>>2\n([\s\S]*?)>>>= (\d+)\n$/.exec(rest) ?? [];
  return {
    title: /^# (.*)$/m.exec(head)?.[1] ?? "",
    files: files.map((file) => ({
      name: file.slice(0, file.indexOf("\n")),
      text: file.slice(file.indexOf("\n") + 1),
    })),
    command,
    ended: { stdout, stderr, code: Number(code) },
  };
}

function writePage(text: string, { stdout, stderr, code }: Ended): string {
  const head = text.includes("\n>>>\n") ? text.slice(0, text.indexOf("\n>>>\n")) : text.trimEnd();
  return `${head}\n>>>\n${stdout}>>>2\n${stderr}>>>= ${code}\n`;
}
