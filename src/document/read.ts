import { isUtf8 } from "node:buffer";
import { JsonFault, offsetOf, type PathStep, parseStrict, pathText, placeIn } from "../files/json.ts";
import { sha256 } from "../files/sha256.ts";
import type { ProblemCode } from "../problems/catalogue.ts";
import type { ZodType } from "../zod.ts";
import type { AmendmentDocument, ClaimDocument } from "./schema.ts";

/** A claim that was filed, read back: the document, and the amendment that carries it, where it is one. */
export interface ClaimFile {
  /** As it is shown; of a file with several claims with its line. */
  readonly name: string;
  /** Its file, by the name under which it is looked for. */
  readonly file: string;
  /** Of the file; of a file with several claims of its line. */
  readonly sha256: string;
  readonly document: ClaimDocument;
  readonly amendment: AmendmentDocument | null;
}

/** What is wrong with a claim file, and where. */
export interface ClaimFault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** A file that is no claim that can be read. */
export class BadClaim extends Error {
  readonly faults: readonly ClaimFault[];
  /** What the file says that it is, where that is no claim of this release. */
  readonly schema: string | undefined;

  constructor(faults: readonly ClaimFault[], schema?: string) {
    super(faults[0]?.message ?? "no claim");
    this.faults = faults;
    this.schema = schema;
  }
}

/** Bytes that a claim may have. */
export const LARGEST_CLAIM = 128 * 2 ** 20;
const MOST_FAULTS = 20;
const AS_WRITTEN = "take the file as it was written; a claim is never edited by hand";

const refused = (code: ProblemCode, message: string, remedy: string | null = null, schema?: string): BadClaim =>
  new BadClaim([{ code, message, remedy, line: null, column: null }], schema);

/** Refuses a claim file by its size, before it is read. @throws BadClaim */
export function checkClaimSize(bytes: number): void {
  if (bytes <= LARGEST_CLAIM) return;
  const size = `${Math.ceil(bytes / 2 ** 20)} MB`;
  throw refused(
    "claim-too-large",
    `the file is ${size} long; a claim may have at most ${LARGEST_CLAIM / 2 ** 20} MB`,
    "write one claim an agency",
  );
}

/**
 * Reads a claim or an amendment as this program writes them, strictly: anything that could be taken two ways is refused.
 * @throws BadClaim with every fault and its place
 * @param file its name, where the bytes are one of its claims
 */
export async function readClaim(name: string, bytes: Buffer, file = name): Promise<ClaimFile> {
  checkClaimSize(bytes.length);
  if (!isUtf8(bytes)) throw refused("claim-not-json", "the file is not UTF-8 text, so it is not a claim", AS_WRITTEN);
  const decoded = bytes.toString("utf8");
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  const content = parsed(text);
  const schema = schemaOf(content);
  const { amendmentSchema, claimSchema } = await import("./schema.ts");
  const digest = sha256(bytes);
  if (schema === "claims-amendment/1") {
    const amendment = conforming(amendmentSchema, content, text);
    checkIds(amendment.claim, ["claim"], text);
    return { name, file, sha256: digest, document: amendment.claim, amendment };
  }
  const document = conforming(claimSchema, content, text);
  checkIds(document, [], text);
  return { name, file, sha256: digest, document, amendment: null };
}

function parsed(text: string): unknown {
  try {
    return parseStrict(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new BadClaim([
      {
        code: "claim-not-json",
        message: `${pathText(error.path) || "the file"} ${error.message}`,
        remedy: AS_WRITTEN,
        ...placeIn(text, error.offset),
      },
    ]);
  }
}

const KNOWN_SCHEMAS = ["claims/1", "claims-amendment/1"];

/** The schema that a document says it has. @throws BadClaim where it is none of a claim */
function schemaOf(content: unknown): string {
  const schema = typeof content === "object" && content !== null && "schema" in content ? content.schema : undefined;
  if (typeof schema !== "string")
    throw refused(
      "unknown-schema",
      "the file is JSON, but not a claim: it names no schema",
      "give a claim written with -f json",
    );
  if (KNOWN_SCHEMAS.includes(schema)) return schema;
  const shown = JSON.stringify(schema.slice(0, 60));
  throw refused(
    "unknown-schema",
    `the file has the schema ${shown}, which is none of ${KNOWN_SCHEMAS.join(", ")}`,
    whatToGive(schema),
    schema,
  );
}

/** Whether a schema is that of a claim or an amendment, of whatever release. */
export const isOfClaim = (schema: string): boolean => /^claims(-amendment)?\/\d+$/.test(schema);
/** The document of several quarters. */
export const YEAR_SCHEMA = "claims-year/1";

function whatToGive(schema: string): string {
  if (isOfClaim(schema)) return "a newer release wrote it: use that release";
  if (schema === YEAR_SCHEMA)
    return "it holds several claims: write each with --quarter, and --prior with those before it";
  return "give a claim written with -f json, or an amendment";
}

function conforming<T>(schema: ZodType<T>, content: unknown, text: string): T {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const faults = result.error.issues.slice(0, MOST_FAULTS).map((issue): ClaimFault => {
    const unknownKey = issue.code === "unrecognized_keys" ? issue.keys?.[0] : undefined;
    const path = [...issue.path, ...(unknownKey === undefined ? [] : [unknownKey])] as PathStep[];
    const message = unknownKey === undefined ? saysWhy(content, path, issue.message) : "is a field that no claim has";
    return fault("bad-claim", path, message, text);
  });
  const more = result.error.issues.length - faults.length;
  if (more > 0) faults.push({ code: "bad-claim", message: `and ${more} more`, remedy: null, line: null, column: null });
  throw new BadClaim(faults);
}

const fault = (code: ProblemCode, path: readonly PathStep[], message: string, text: string): ClaimFault => ({
  code,
  message: `${pathText(path) || "the document"} ${message}`,
  remedy: AS_WRITTEN,
  ...placeIn(text, offsetOf(text, path)),
});

function saysWhy(content: unknown, path: readonly PathStep[], expected: string): string {
  let value: unknown = content;
  for (const step of path) value = (value as Record<PathStep, unknown> | undefined)?.[step];
  if (value === undefined) return "is missing";
  const shown = JSON.stringify(value);
  return `is ${shown.length > 40 ? `${shown.slice(0, 39)}…` : shown}, not ${expected.replace(/^Invalid (input|option): /, "")}`;
}

/** No agency twice, and no officer twice in an agency: which of the two would count? */
function checkIds({ claims }: ClaimDocument, path: readonly PathStep[], text: string): void {
  const agencies = new Set<string>();
  claims.forEach(({ agency_id, officers }, index) => {
    const at = [...path, "claims", index];
    if (agencies.has(agency_id)) throw new BadClaim([twice([...at, "agency_id"], agency_id, text)]);
    agencies.add(agency_id);
    const ids = new Set<string>();
    officers.forEach(({ officer_id }, number) => {
      if (ids.has(officer_id)) throw new BadClaim([twice([...at, "officers", number, "officer_id"], officer_id, text)]);
      ids.add(officer_id);
    });
  });
}

const twice = (path: readonly PathStep[], id: string, text: string): ClaimFault =>
  fault("bad-claim", path, `is ${JSON.stringify(id)} a second time`, text);
