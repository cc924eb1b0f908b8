import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type ClaimSource,
  claimSources,
  type Opened,
  openedClaims,
  PassedOver,
  reportFaults,
} from "../../document/files.ts";
import { isFolderAt, readFile, UnreadableFile } from "../../files/read.ts";
import { printable } from "../../problems/printable.ts";
import type { Problems } from "../../problems/problems.ts";
import { counted, few } from "../../problems/words.ts";
import { type IndexEntry, readIndex } from "../../report/index-csv.ts";
import type { Given } from "../flags.ts";
import { type ExitCode, UsageError } from "../running/exit.ts";
import { stopped } from "../running/messages.ts";
import { problemFiles } from "./agency-problems.ts";
import { INDEX_FILE } from "./folder-index.ts";
import { LOCK } from "./lock.ts";

/** The claim of an agency, and where it is. */
export interface GatheredClaim {
  readonly id: string;
  readonly name: string | null;
  readonly quarter: string;
  /** Its file, as it is shown. */
  readonly shown: string;
  readonly source: ClaimSource;
  readonly sha256: string;
}

/** An agency without a claim, and why. */
export interface FailedAgency {
  readonly name: string | null;
  readonly problems: number;
  readonly reason: string;
}

/** The claims of one quarter that files and folders hold. */
export interface Gathered {
  /** The id of the quarter; empty where there is no claim. */
  readonly quarter: string;
  /** By agency. */
  readonly claims: ReadonlyMap<string, GatheredClaim>;
  readonly failed: ReadonlyMap<string, FailedAgency>;
  /** What is wrong or unusual in the inputs of agencies, as their folders have it. */
  readonly texts: ReadonlyMap<string, readonly Buffer[]>;
  readonly files: readonly string[];
  readonly read: readonly string[];
  /** Of what could not be read. */
  readonly codes: ExitCode[];
}

/**
 * Looks for the claims of files and folders. A folder with an index stands for what that lists, whatever else lies there; one
 * without for its claims, and for the folders in it that have one.
 * @param problems takes what is wrong with claims @param last takes what could not be read @throws UsageError, UnreadableFile
 */
export async function gather(
  paths: readonly string[],
  given: Given,
  problems: Problems,
  last: Problems,
): Promise<Gathered> {
  const gathering = new Gathering(given, problems, last);
  const others: string[] = [];
  for (const path of paths) {
    if (isFolderAt(path) && gathering.addIndexed(path)) continue;
    const within = foldersIn(path);
    const unlisted = within.filter((folder) => !gathering.addIndexed(folder));
    if (unlisted.length < within.length) {
      const unfinished = unlisted.find((folder) => sourcesIn(folder).length > 0);
      if (unfinished !== undefined) throw new UnreadableFile(unfinished, new Error(NOT_ENDED));
    }
    if (unlisted.length === within.length || sourcesIn(path).length > 0) others.push(path);
  }
  if (others.length > 0) gathering.add(claimSources(others));
  return await gathering.end();
}

const NOT_ENDED = `beside folders with ${INDEX_FILE} it has none, so its run may not have ended; name it for itself if it has`;

class Gathering implements Gathered {
  private readonly given: Given;
  private readonly problems: Problems;
  private readonly last: Problems;
  private readonly sources: ClaimSource[] = [];
  /** What an index says of the claim of a source. */
  private readonly entries = new Map<ClaimSource, IndexEntry>();
  private readonly amendments: string[] = [];
  private readonly taken: GatheredClaim[] = [];
  readonly claims = new Map<string, GatheredClaim>();
  readonly failed = new Map<string, FailedAgency>();
  readonly texts = new Map<string, Buffer[]>();
  readonly read: string[] = [];
  readonly codes: ExitCode[] = [];

  constructor(given: Given, problems: Problems, last: Problems) {
    this.given = given;
    this.problems = problems;
    this.last = last;
  }

  get quarter(): string {
    return this.taken[0]?.quarter ?? "";
  }

  get files(): string[] {
    return this.sources.map(({ name }) => name);
  }

  add(sources: readonly ClaimSource[]): void {
    this.sources.push(...sources);
  }

  /** Takes a folder by its index. @returns false where it has none @throws UnreadableFile where a run has not ended there */
  addIndexed(folder: string): boolean {
    if (readFile(join(folder, LOCK)) !== undefined)
      throw new UnreadableFile(folder, new Error(`a run is writing there, or was killed: see ${LOCK}`));
    const path = join(folder, INDEX_FILE);
    const entries = readIndex(readFile(path)?.toString("utf8") ?? "");
    if (!entries) return false;
    this.read.push(path);
    const asked = entries.filter(({ id }) => this.isAsked(id));
    for (const entry of asked) this.addEntry(entry, folder);
    this.addTexts(asked, folder);
    this.saySurplus(entries, folder);
    return true;
  }

  /** Reads all claims. @throws UsageError where they are of several quarters */
  async end(): Promise<Gathered> {
    const passed = new PassedOver();
    for (const source of this.sources) {
      this.read.push(source.path);
      const entry = this.entries.get(source);
      try {
        for await (const opened of openedClaims(source))
          if (entry) this.takeListed(opened, source, entry);
          else if (!opened.refused || !passed.takes(opened.refused, source)) this.take(opened, source);
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        if (entry) this.fail(entry, error.message);
        else this.codes.push(stopped(error, this.last));
      }
    }
    passed.say(this.problems);
    this.sayAmendments();
    const quarters = new Set(this.taken.map(({ quarter }) => quarter));
    if (quarters.size > 1)
      throw new UsageError(
        "several-quarters",
        `these are claims of ${few([...quarters].sort())}: a folder has those of one quarter`,
        "name the claims of one quarter",
      );
    for (const claim of this.taken) {
      const other = this.claims.get(claim.id);
      if (!other) this.claims.set(claim.id, claim);
      else if (other.sha256 !== claim.sha256) this.refuseSecond(other, claim);
    }
    for (const id of this.failed.keys()) this.claims.delete(id);
    return this;
  }

  private isAsked(id: string): boolean {
    return this.given.agency === undefined || id === this.given.agency;
  }

  private fail({ id, name, problems }: Pick<IndexEntry, "id" | "name" | "problems">, reason: string): void {
    if (!this.failed.has(id)) this.failed.set(id, { name, problems, reason });
  }

  private addEntry(entry: IndexEntry, folder: string): void {
    const { file, status } = entry;
    if (status === "error" || file === null)
      this.fail(entry, `its inputs have errors: see ${join(folder, "problems")}`);
    else if (status === "exists")
      this.fail(entry, `${join(folder, file)} is another than was computed: the run did not overwrite it`);
    else {
      const path = join(folder, basename(file));
      const source = { path, name: path, named: true };
      this.sources.push(source);
      this.entries.set(source, entry);
    }
  }

  /** Takes the claim that an index lists, if it is still the same. */
  private takeListed({ claim, refused }: Opened, source: ClaimSource, entry: IndexEntry): void {
    if (!claim) this.fail(entry, `${source.name}: ${refused.message}`);
    else if (claim.sha256 !== entry.sha256 || claim.document.claims[0]?.agency_id !== entry.id)
      this.fail(entry, `${source.name} is not the file that ${INDEX_FILE} lists: it has changed since`);
    else this.take({ name: source.name, claim }, source);
  }

  private take({ name, claim, refused }: Opened, source: ClaimSource): void {
    if (!claim) {
      reportFaults(refused, name, this.problems);
      return;
    }
    const { amendment, document, sha256 } = claim;
    const [one, ...others] = document.claims;
    if (amendment) this.amendments.push(name);
    else if (!one || others.length > 0) this.refuseSeveral(name, document.claims.length);
    else if (this.isAsked(one.agency_id)) {
      const { agency_id: id, agency_name } = one;
      this.taken.push({ id, name: agency_name, quarter: document.quarter.id, shown: name, source, sha256 });
    }
  }

  private refuseSecond(one: GatheredClaim, other: GatheredClaim): void {
    const { id, name, quarter } = one;
    this.problems.error({
      code: "two-claims",
      where: other.shown,
      agency: id,
      message: `${printable(id)} has two claims for ${quarter}: ${printable(one.shown)} and this one; neither is taken`,
      remedy: "keep the rosters of an agency in one run",
    });
    this.fail({ id, name, problems: 1 }, `${one.shown} and ${other.shown} are two claims of it`);
  }

  private refuseSeveral(name: string, agencies: number): void {
    this.problems.error({
      code: "several-agencies",
      where: name,
      message: `the claim is one document of ${counted(agencies, "agency", "agencies")}, and a folder has a document an agency`,
      remedy: "compute it with --out-dir, or show it with -o",
    });
  }

  /** Takes what was said of the inputs of agencies, to be sent back to them. */
  private addTexts(entries: readonly IndexEntry[], folder: string): void {
    // They were written with the names that are to be left out.
    if (this.given.redact) return;
    for (const [id, file] of problemFiles(entries.map((entry) => entry.id))) {
      const path = join(folder, file);
      const text = readFile(path);
      if (text === undefined) continue;
      this.read.push(path);
      this.texts.set(id, [...(this.texts.get(id) ?? []), text]);
    }
  }

  /** Claims that lie in a folder, and are none of those that its index lists. */
  private saySurplus(entries: readonly IndexEntry[], folder: string): void {
    const listed = new Set(entries.map(({ file }) => join(folder, file ?? "")));
    const surplus = sourcesIn(folder).filter(({ path }) => !listed.has(path));
    if (surplus.length > 0)
      this.problems.notice({
        code: "not-in-index",
        message: `passed over ${counted(surplus.length, "file")} of ${printable(folder)} that its ${INDEX_FILE} does not list`,
      });
  }

  private sayAmendments(): void {
    const { amendments } = this;
    if (amendments.length === 0) return;
    this.problems.warning({
      code: "amendments-passed-over",
      where: amendments[0] ?? null,
      message: `${counted(amendments.length, "amendment is", "amendments are")} passed over: a folder has claims as they were filed first`,
      remedy: "show each amendment alone, with -o",
    });
  }
}

/** The folders in a folder, in order of their names; none of what is no folder. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
      .filter(isFolderAt);
  } catch {
    return [];
  }
}

/** The files of a folder that may be claims. */
function sourcesIn(folder: string): ClaimSource[] {
  try {
    return claimSources([folder]);
  } catch (error) {
    if (error instanceof UnreadableFile) return [];
    throw error;
  }
}
