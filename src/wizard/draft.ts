import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { sha256 } from "../files/sha256.ts";
import { putFile } from "../files/write.ts";
import type { RowCells } from "../ingest/starter.ts";

/** What has been answered so far. */
export interface Draft {
  /** The question at which it goes on. */
  step: number;
  /** The agency's ORI, where the roster does not tell it; that of officers typed in. */
  agency?: string;
  agencyName?: string;
  quarter?: string;
  /** Whether something was typed in that is of this quarter alone, so that it was asked before. */
  quarterFirst?: boolean;
  roster?: string;
  rates?: string | false;
  payroll?: string | false;
  agreements?: string | false;
  evidence?: string | false;
  prior?: string[];
  /** Column to header, where the roster calls it otherwise. */
  map?: Record<string, string>;
  /** Column to the value that all officers have, where the roster lacks it. */
  set?: Record<string, string>;
  outputs?: string[];
  /** Whether files that are there may be replaced, which was asked. */
  force?: boolean;
  /** Officers typed in, as rows of a roster and of payroll. */
  officers?: RowCells[];
  /** The officer who is being typed in. */
  officer?: RowCells;
  /** The roster that the officers were saved as, and the payroll of what they were paid. */
  saved?: string;
  savedPayroll?: string;
}

const SCHEMA = "claims-draft/2";

/** Keeps the draft of one folder, in the place where programs keep their state. */
export class DraftKeeper {
  readonly path: string;
  private readonly folder: string;

  constructor(folder: string, { XDG_STATE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv) {
    const state = XDG_STATE_HOME || LOCALAPPDATA || join(homedir(), ".local", "state");
    this.folder = folder;
    this.path = join(state, "claims", `wizard-${sha256(Buffer.from(folder)).slice(0, 12)}.json`);
  }

  /** The draft that was left here, if there is one. */
  kept(): Draft | undefined {
    try {
      const { schema, folder, draft } = JSON.parse(readFileSync(this.path, "utf8"));
      return schema === SCHEMA && folder === this.folder && Number.isInteger(draft?.step) ? draft : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a draft, whole or not at all and for its owner only. @returns whether it could be kept */
  keep(draft: Draft): boolean {
    try {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      putFile(this.path, draftText(this.folder, draft), { replace: true, mode: 0o600 });
      return true;
    } catch {
      return false;
    }
  }

  drop(): void {
    try {
      rmSync(this.path, { force: true });
    } catch {
      // What cannot be removed can be replaced or read no more either.
    }
  }
}

/** Officers who are in a file are not kept a second time. */
function draftText(folder: string, draft: Draft): string {
  const { officers, ...rest } = draft;
  const kept = draft.saved === undefined && officers ? { ...rest, officers } : rest;
  return `${JSON.stringify({ schema: SCHEMA, folder, draft: kept })}\n`;
}
