import { statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { readBytes } from "../files/read.ts";
import { sha256 } from "../files/sha256.ts";
import { headerMap } from "../ingest/table/columns.ts";
import { openTable } from "../ingest/table/header.ts";
import type { Table } from "../ingest/text/rows.ts";
import { Problems } from "../problems/problems.ts";
import { rowsHash } from "./input-hash.ts";
import type { ClaimDocument } from "./schema.ts";

export type InputDocument = ClaimDocument["inputs"][number];

/** Whether an input of a claim is there: with its hash, under its name only, or not at all. */
export type InputStatus = "same" | "changed" | "missing";

/** What was found of an input. */
export interface FoundInput {
  readonly path: string;
  readonly status: InputStatus;
  /** Those of the file with the right hash. */
  readonly bytes: Buffer | undefined;
}

/** Files kept in memory, because many claims may share them. */
const KEPT = 8;

/** Looks for the inputs of claims by name and hash, beside each claim and in other folders. Opens nothing else. */
export class InputFinder {
  private readonly folders: readonly string[];
  private readonly files = new Map<string, Buffer>();
  private readonly hashes = new WeakMap<Buffer, string>();
  private readonly tables = new WeakMap<Buffer, Map<string, Table | undefined>>();

  /** @param folders where to look after the claim's own */
  constructor(folders: readonly string[]) {
    this.folders = folders;
  }

  /** The roster, rates and payroll of a claim. @param folder the claim's */
  inputsOf({ inputs, options, claims }: ClaimDocument, folder: string): FoundInput[] {
    const agencies = new Set(claims.map(({ agency_id }) => agency_id));
    return inputs.map((input) =>
      this.find(input.path, folder, (bytes) => this.isInput(bytes, input, options.map, agencies)),
    );
  }

  /** A file of that name and hash. */
  byHash(path: string, hash: string, folder: string): FoundInput {
    return this.find(path, folder, (bytes) => this.hashOf(bytes) === hash);
  }

  hashOf(bytes: Buffer): string {
    const hash = this.hashes.get(bytes) ?? sha256(bytes);
    this.hashes.set(bytes, hash);
    return hash;
  }

  private find(path: string, folder: string, isIt: (bytes: Buffer) => boolean): FoundInput {
    let status: InputStatus = "missing";
    if (isInside(path))
      for (const candidate of this.candidates(path, folder)) {
        const bytes = this.read(candidate);
        if (!bytes) continue;
        if (isIt(bytes)) return { path, status: "same", bytes };
        status = "changed";
      }
    return { path, status, bytes: undefined };
  }

  /** The path itself and its base name, beside the claim and then in the other folders. */
  private candidates(path: string, folder: string): Set<string> {
    const names = [path, basename(path)];
    return new Set([folder, ...this.folders].flatMap((one) => names.map((name) => resolve(join(one, name)))));
  }

  private read(path: string): Buffer | undefined {
    const kept = this.files.get(path);
    if (kept) return kept;
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
    const bytes = readBytes(path);
    const [oldest] = this.files.keys();
    if (this.files.size >= KEPT && oldest !== undefined) this.files.delete(oldest);
    this.files.set(path, bytes);
    return bytes;
  }

  private isInput(
    bytes: Buffer,
    { role, scope, sha256: hash }: InputDocument,
    map: Readonly<Record<string, string>>,
    agencies: ReadonlySet<string>,
  ): boolean {
    if (scope === "file") return this.hashOf(bytes) === hash;
    const known = this.tables.get(bytes) ?? new Map<string, Table | undefined>();
    this.tables.set(bytes, known);
    const key = JSON.stringify([role, map]);
    if (!known.has(key)) known.set(key, openTable(role, role, bytes, headerMap(map), new Problems()));
    const table = known.get(key);
    return table !== undefined && rowsHash(table, headerMap(map), agencies) === hash;
  }
}

/** Whether a path stays where it is looked for: neither absolute nor climbing, on any system. */
export const isInside = (path: string): boolean =>
  path !== "" &&
  !path.includes("\0") &&
  !/^([\\/]|[a-z]:)/i.test(path) &&
  !path.split(/[\\/]/).some((part) => part === ".." || part === "");
