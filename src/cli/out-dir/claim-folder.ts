import type { TotalsDocument } from "../../document/schema.ts";
import type { Money } from "../../engine/values/money.ts";
import { sha256 } from "../../files/sha256.ts";
import { type Put, UnwritableFile } from "../../files/write.ts";
import { printable } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import { Refusal } from "../../problems/refusal.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import { type Format, IN_A_FILE } from "../../report/format.ts";
import type { IndexRow } from "../../report/index-csv.ts";
import type { Given } from "../flags.ts";
import { EXIT, type ExitCode, UsageError } from "../running/exit.ts";
import { stopped } from "../running/messages.ts";
import { viewOf } from "../running/produce.ts";
import type { FileNames } from "./file-names.ts";
import type { Folder } from "./folder.ts";
import { FolderIndex, INDEX_FILE } from "./folder-index.ts";
import type { Failure } from "./summary.ts";
import { SUMS_FILE, Sums } from "./sums.ts";
import { SyncedFiles } from "./synced-files.ts";

/** What becomes of an agency: a claim, or the first reason why it has none. */
export type AgencyOutcome = AgencyRow &
  (
    | { readonly parts: ClaimParts; readonly totals: TotalsDocument; readonly total: Money }
    | { readonly reason: string }
  );

interface Into {
  readonly folder: Folder;
  readonly names: FileNames;
  readonly format: Format<ClaimParts>;
  readonly given: Given;
  /** Takes what cannot be written. */
  readonly problems: Problems;
}

/** A folder of claims, one file an agency, with index.csv and SHA256SUMS of all. */
export class ClaimFolder {
  private readonly into: Into;
  readonly index = new FolderIndex();
  private readonly codes: ExitCode[] = [];
  private readonly failed: Failure[] = [];
  private readonly sums: Sums;
  private readonly files: SyncedFiles<WrittenRow>;

  constructor(into: Into) {
    this.into = into;
    this.files = new SyncedFiles(into.folder, (row, end) =>
      end instanceof UnwritableFile ? this.failUnwritten(row, end) : this.enter(row, end),
    );
    this.sums = new Sums(into.folder);
  }

  get failures(): Failure[] {
    return this.failed.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Writes the claim of an agency, if it has one; it is in the index when it is in its place. */
  async add(outcome: AgencyOutcome): Promise<void> {
    const { id, name, problems } = outcome;
    const row = { id, name, problems };
    const file = this.into.names.of(id);
    try {
      if ("reason" in outcome) this.fail(row, outcome.reason);
      else if (file instanceof Refusal) this.refuse(row, file);
      else await this.write({ ...row, file, totals: outcome.totals, total: outcome.total }, outcome.parts);
    } catch (error) {
      this.failUnwritten(row, error);
    }
  }

  /** Writes SHA256SUMS, and index.csv as the last of all. @returns the exit codes of what could not be written */
  async finish(): Promise<ExitCode[]> {
    await this.files.end();
    const { folder, problems } = this.into;
    try {
      folder.put(SUMS_FILE, this.sums.with(this.index));
      folder.put(INDEX_FILE, this.index.csv);
    } catch (error) {
      this.codes.push(stopped(error, problems));
    }
    return this.codes;
  }

  private async write(agency: Omit<WrittenRow, "sha256">, parts: ClaimParts): Promise<void> {
    const { format, given } = this.into;
    const made = await format.render(parts, { ...IN_A_FILE, ...viewOf(given) });
    const bytes = typeof made === "string" ? Buffer.from(made) : made;
    const row = { ...agency, sha256: sha256(bytes) };
    await this.files.put(row.file, [bytes], row);
  }

  private enter({ total, ...row }: WrittenRow, status: Put): void {
    const { folder, problems } = this.into;
    this.index.add({ ...row, sha256: status === "exists" ? null : row.sha256, status }, total);
    if (status !== "exists") return;
    const message = `${folder.path}/${row.file} exists and differs`;
    this.codes.push(stopped(new UsageError("file-exists", message, "give another folder, or --force"), problems));
    this.failed.push({ id: row.id, reason: message });
  }

  private refuse(row: AgencyRow, refusal: Refusal): void {
    const message = `agency ${printable(row.id)} ${refusal.says}`;
    this.into.problems.error({ code: refusal.code, message, remedy: refusal.remedy, agency: row.id });
    this.codes.push(EXIT.input);
    this.fail({ ...row, problems: row.problems + 1 }, message);
  }

  private failUnwritten(row: AgencyRow, error: unknown): void {
    if (!(error instanceof UnwritableFile)) throw error;
    this.codes.push(stopped(error, this.into.problems));
    this.fail({ ...row, problems: row.problems + 1 }, error.message);
  }

  private fail({ id, name, problems }: AgencyRow, reason: string): void {
    this.index.add({ id, name, problems, file: null, sha256: null, status: "error", totals: null });
    const file = this.into.names.of(id);
    const old = typeof file === "string" && this.into.folder.has(file);
    this.failed.push({ id, reason: old ? `${reason}; ${file} is that of an earlier run` : reason });
  }
}

type AgencyRow = Pick<IndexRow, "id" | "name" | "problems">;

/** An agency whose claim is made. */
type WrittenRow = Omit<IndexRow, "status" | "file"> & { readonly file: string; readonly total: Money };
