import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What has been answered so far. */
export interface Draft {
  agency?: string;
  quarter?: string;
  roster?: string;
  rates?: string | false;
  payroll?: string | false;
  prior?: string;
  output?: string;
  /** Officers typed in and not yet saved, as rows of a roster. */
  officers?: Record<string, string>[];
}

const draftPath = ({ XDG_STATE_HOME, LOCALAPPDATA, HOME }: NodeJS.ProcessEnv): string =>
  join(XDG_STATE_HOME || LOCALAPPDATA || join(HOME ?? ".", ".local", "state"), "claims", "wizard.json");

/** The draft that an earlier session left for work in this folder, if there is one that can be read. */
export function keptDraft(env: NodeJS.ProcessEnv, folder: string): Draft | undefined {
  try {
    const kept = JSON.parse(readFileSync(draftPath(env), "utf8")) as { folder?: string; draft?: Draft };
    return kept.folder === folder ? kept.draft : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft, so that an interruption loses nothing. @returns whether it could be kept */
export function keepDraft(env: NodeJS.ProcessEnv, folder: string, draft: Draft): boolean {
  const path = draftPath(env);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, `${JSON.stringify({ folder, draft })}\n`, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

export const dropDraft = (env: NodeJS.ProcessEnv): void => rmSync(draftPath(env), { force: true });
