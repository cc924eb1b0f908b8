import { basename, join } from "node:path";
import { textWithHash } from "../document/claim-texts.ts";
import { type InputDocument, InputHashes } from "../document/input-hash.ts";
import type { ClaimDocument } from "../document/schema.ts";
import { readFile } from "../files/read.ts";
import { sha256 } from "../files/sha256.ts";
import { headerMap } from "../ingest/table/columns.ts";
import { openTable } from "../ingest/table/header.ts";
import type { Table } from "../ingest/text/rows.ts";
import { sheetOf } from "../ingest/workbooks.ts";
import { Problems } from "../problems/problems.ts";

/** Whether an input of a claim is there: with its hash, under its name only, or not at all. */
export type InputStatus = "same" | "changed" | "missing";

/** What was found of an input. */
export interface FoundInput {
  readonly path: string;
  readonly status: InputStatus;
  /** The one with the right hash. */
  readonly file: OpenedFile | undefined;
}

/** A file that was opened; its hashes are made when they are first asked for. */
export class OpenedFile {
  readonly path: string;
  readonly bytes: Buffer;
  private digest: string | undefined;
  private readonly tables = new Map<string, { readonly table: Table | undefined; readonly hashes: InputHashes }>();

  constructor(path: string, bytes: Buffer) {
    this.path = path;
    this.bytes = bytes;
  }

  get sha256(): string {
    this.digest ??= sha256(this.bytes);
    return this.digest;
  }

  /** The claim in it that has a hash: all of it, or in NDJSON a line. */
  claimWith(hash: string): OpenedFile | undefined {
    if (this.sha256 === hash) return this;
    const found = textWithHash(this.bytes, (bytes) => sha256(bytes) === hash);
    return found && new OpenedFile(this.path, found);
  }

  /** Whether it is an input of a claim: by the hash of all of it, or of its rows of the claim's agencies. */
  async isInput({ role, scope, sha256: hash }: InputDocument, { options, claims }: ClaimDocument): Promise<boolean> {
    if (scope === "file") return this.sha256 === hash;
    const key = JSON.stringify([role, options.map, options.sheet]);
    const map = headerMap(options.map);
    const sheet = await sheetOf(role, this.bytes, options.sheet);
    const opened = this.tables.get(key) ?? {
      table: openTable({ role, name: role, bytes: this.bytes, sheet }, map, new Problems()),
      hashes: new InputHashes(map),
    };
    this.tables.set(key, opened);
    const agencies = new Set(claims.map(({ agency_id }) => agency_id));
    return opened.table !== undefined && opened.hashes.ofRows(opened.table, agencies) === hash;
  }
}

/** Files kept in memory, because many claims may share them. */
const KEPT = 8;

/** Looks for the inputs of claims by name and hash, beside each claim and in other folders. Opens nothing else. */
export class InputFinder {
  private readonly folders: readonly string[];
  private readonly files = new Map<string, OpenedFile>();

  /** @param folders where to look after the claim's own */
  constructor(folders: readonly string[]) {
    this.folders = folders;
  }

  /** The roster, rates and payroll of a claim. @param folder the claim's */
  inputsOf(document: ClaimDocument, folder: string): Promise<FoundInput[]> {
    return Promise.all(
      document.inputs.map((input) =>
        this.find(input.path, folder, async (file) => ((await file.isInput(input, document)) ? file : undefined)),
      ),
    );
  }

  /** The files of prior claims that a claim says it counted, each once. @param folder the claim's */
  priorOf({ claims }: ClaimDocument, folder: string): Promise<FoundInput[]> {
    const files = new Map<string, { path: string; sha256: string }>();
    for (const { prior = [] } of claims)
      for (const { path, sha256 } of prior)
        if (path !== undefined && sha256 !== undefined) files.set(JSON.stringify([path, sha256]), { path, sha256 });
    return Promise.all([...files.values()].map((file) => this.byHash(file, folder)));
  }

  /** The documents of evidence of which a claim has the hash, in its order. @param folder the claim's */
  evidenceOf({ claims }: ClaimDocument, folder: string): Promise<(FoundInput & { readonly sha256: string })[]> {
    const lines = claims.flatMap(({ evidence }) => evidence?.lines ?? []);
    const named = lines.flatMap(({ document, sha256 }) => (sha256 === undefined ? [] : [{ path: document, sha256 }]));
    const once = [...new Map(named.map((one) => [JSON.stringify([one.path, one.sha256]), one])).values()];
    return Promise.all(once.map(async (one) => ({ ...(await this.byHash(one, folder)), sha256: one.sha256 })));
  }

  /** A file of that name and hash, or the line of it that has the hash. */
  byHash(
    { path, sha256: hash }: { readonly path: string; readonly sha256: string },
    folder: string,
  ): Promise<FoundInput> {
    return this.find(path, folder, async (file) => file.claimWith(hash));
  }

  private async find(
    path: string,
    folder: string,
    fit: (file: OpenedFile) => Promise<OpenedFile | undefined>,
  ): Promise<FoundInput> {
    let status: InputStatus = "missing";
    if (isInside(path))
      for (const candidate of this.candidates(path, folder)) {
        const file = this.open(candidate);
        if (!file) continue;
        const fitting = await fit(file);
        if (fitting) return { path, status: "same", file: fitting };
        status = "changed";
      }
    return { path, status, file: undefined };
  }

  /** The path itself and its base name, beside the claim and then in the other folders. */
  private candidates(path: string, folder: string): Set<string> {
    const names = [path, basename(path)];
    return new Set([folder, ...this.folders].flatMap((one) => names.map((name) => join(one, name))));
  }

  private open(path: string): OpenedFile | undefined {
    const kept = this.files.get(path);
    if (kept) return kept;
    const bytes = readFile(path);
    if (!bytes) return undefined;
    const file = new OpenedFile(path, bytes);
    const [oldest] = this.files.keys();
    if (this.files.size >= KEPT && oldest !== undefined) this.files.delete(oldest);
    this.files.set(path, file);
    return file;
  }
}

/** Whether a path stays where it is looked for: neither absolute nor climbing, on any system. */
export const isInside = (path: string): boolean =>
  !path.includes("\0") &&
  !/^([\\/]|[a-z]:)/i.test(path) &&
  !path.split(/[\\/]/).some((part) => part === ".." || part === "");
