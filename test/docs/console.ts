import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = new URL("../..", import.meta.url).pathname;
const BLOCK = /^```console\n([\s\S]*?)^```$/gm;

/** The commands of a page's console blocks, in order: lines that begin with `$ `. */
export const commandsOf = (page: string): string[] =>
  [...page.matchAll(BLOCK)].flatMap(([, block = ""]) => block.split(/^\$ /m).slice(1)).map(commandOf);

const commandOf = (entry: string): string => entry.slice(0, entry.indexOf("\n"));

/** Runs commands in order in one shell, on a terminal, in a folder with the fixtures. @returns what each showed */
export function onTerminal(commands: readonly string[], columns = 80): string[] {
  const folder = mkdtempSync(join(tmpdir(), "claims-docs-"));
  try {
    cpSync(join(ROOT, "fixtures"), join(folder, "work"), { recursive: true });
    const lines = commands.map((command) => `printf '\\036\\n'\n${command}\n`);
    const start = `cd work\nclaims() { "${process.execPath}" "${ROOT}bin/claims.js" "$@"; }\n`;
    writeFileSync(join(folder, "page"), `${start}${lines.join("")}`);
    const { stdout } = spawnSync(
      "script",
      ["-qec", `stty cols ${columns} -opost; exec bash page </dev/null`, "/dev/null"],
      {
        cwd: folder,
        encoding: "utf8",
        input: "",
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          TZ: "UTC",
          LC_ALL: "C.UTF-8",
          TERM: "xterm",
          NO_COLOR: "1",
        },
      },
    );
    return stdout.split("\x1e\n").slice(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The page with what its commands showed when they were run. */
export function rewritten(page: string): string {
  const shown = onTerminal(commandsOf(page));
  let next = 0;
  return page.replace(BLOCK, (_, block: string) => {
    const entries = block.split(/^\$ /m).slice(1);
    return `\`\`\`console\n${entries.map((entry) => `$ ${commandOf(entry)}\n${shown[next++] ?? ""}`).join("")}\`\`\``;
  });
}
