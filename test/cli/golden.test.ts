import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Ended, inFolder, shell } from "./run.ts";

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
 * GOLDEN=write writes what came instead of comparing; read it before it is committed.
 */
interface Page {
  readonly title: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly command: string;
  readonly ended: Ended;
}

/** Every page is of this day. */
const TODAY = "2026-10-15";

const FOLDER = new URL("golden/", import.meta.url).pathname;

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

describe("the command, page by page", () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".golden"))) {
    const path = join(FOLDER, name);
    const text = readFileSync(path, "utf8");
    const commandOnly = text.includes("\n>>>\n") ? text : `${text.trimEnd()}\n>>>\n>>>2\n>>>= 0\n`;
    const page = readPage(commandOnly);
    it(`${name}: ${page.title}`, () => {
      const ended = inFolder((folder) => {
        for (const file of page.files) {
          mkdirSync(dirname(join(folder, file.name)), { recursive: true });
          writeFileSync(join(folder, file.name), file.text);
        }
        return shell(page.command, folder, "", TODAY);
      });
      if (process.env.GOLDEN === "write") writeFileSync(path, writePage(text, ended));
      else expect(ended).toEqual(page.ended);
    });
  }
});
