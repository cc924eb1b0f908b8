import { SETTABLE } from "../../ingest/settable.ts";
import { nearest } from "../../problems/nearest.ts";
import { counted } from "../../problems/words.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import { asCell, BACK, type Back, type Choice } from "../asking/ask.ts";
import type { Draft } from "../draft.ts";
import { type Computed, explain, type Finding, type Session, show } from "../session.ts";
import { askOri } from "./agency.ts";
import { askFile, type FileAnswer, type FileQuestion } from "./files.ts";
import { MODELS } from "./models.ts";

/** What can be done about errors. */
type Remedy = "again" | "next" | "own-agency" | "column";

/** Problems shown at once, so that they stay on the screen. */
const AT_ONCE = 4;

/**
 * Computes from what is named so far, and says what is wrong with it until it is corrected or something else is wanted.
 * @param part gives the draft as far as it is asked @param shown which warnings are said
 */
export async function computeCorrected(
  session: Session,
  part: (draft: Draft) => Draft,
  shown: (finding: Finding) => boolean = ({ fromClaim }) => !fromClaim,
): Promise<ClaimParts | Back> {
  for (;;) {
    const computed = await session.program.compute(part(session.draft));
    await sayWarnings(session, computed.findings.filter(shown));
    if (computed.claims) return computed.claims;
    if ((await askRemedy(session, computed)) === BACK) return BACK;
  }
}

/**
 * Asks for an input until it can be read without an error, or the question before is wanted.
 * @param take puts the answer into the draft @param part gives the draft as far as it is asked
 */
export async function askInput<T extends string>(
  session: Session,
  question: () => FileQuestion<T>,
  take: (answer: FileAnswer<T>) => Promise<Back | undefined> | undefined,
  part: (draft: Draft) => Draft,
): Promise<ClaimParts | Back> {
  for (;;) {
    const answer = await askFile(session, question());
    if (answer === BACK) return BACK;
    if ((await take(answer)) === BACK) continue;
    const claims = await computeCorrected(session, part);
    if (claims !== BACK) return claims;
  }
}

/** Warnings and notices, each once. */
async function sayWarnings(session: Session, findings: readonly Finding[]): Promise<void> {
  const { said } = session;
  const fresh = findings.filter(({ severity, text }) => severity !== "error" && !said.has(text));
  for (const { text } of fresh) said.add(text);
  if (fresh.length > 0) await show(session, fresh.map(({ text }) => text).join(""));
}

async function askRemedy(session: Session, { findings }: Computed): Promise<Back | undefined> {
  const { ask } = session;
  const errors = findings.filter(({ severity }) => severity === "error");
  for (let from = 0; ; from += AT_ONCE) {
    const shown = errors.slice(from, from + AT_ONCE);
    ask.tell(`\n${shown.map(({ text }) => text).join("")}\n`);
    const left = errors.length - from - shown.length;
    const answer = await ask.choose(messageOf(errors, from, shown.length), remediesFor(session, errors, left));
    if (answer === BACK) return BACK;
    if (answer === "next") continue;
    return answer === "again" ? undefined : correctHere(session, answer, errors);
  }
}

function messageOf(errors: readonly Finding[], from: number, shown: number): string {
  const which = errors.length === shown ? "" : ` (${from + 1} to ${from + shown} shown)`;
  return `${counted(errors.length, "problem")}${which}. Mend and save the file, then come back here:`;
}

function remediesFor({ draft }: Session, errors: readonly Finding[], left: number): Choice<Remedy>[] {
  const has = (code: string): boolean => errors.some((one) => one.code === code);
  const lacks = errors.flatMap(({ missing = [] }) => missing);
  const choices: (Choice<Remedy> | false)[] = [
    { name: "It is mended: read it again", value: "again" },
    left > 0 && { name: left === 1 ? "Show the other problem" : `Show the next of ${left} more`, value: "next" },
    has("unknown-agency") && { name: `Leave out the ORI ${draft.agency}: take the roster's own`, value: "own-agency" },
    lacks.length > 0 && {
      name: lacks.length === 1 ? "Point it out here" : "Point them out here",
      value: "column",
    },
  ];
  return choices.filter((one) => one !== false);
}

/** Corrects what the answers, not the file, can correct. */
async function correctHere(
  session: Session,
  remedy: Exclude<Remedy, "again" | "next">,
  errors: readonly Finding[],
): Promise<undefined> {
  const { draft } = session;
  if (remedy === "own-agency") draft.agency = "";
  else
    for (const { column, headers } of errors.flatMap(({ missing = [] }) => missing))
      if ((await pointOut(session, column, headers)) === BACK) return;
}

const [SAME, NEITHER] = ["\0same", "\0neither"];

/** Asks which header is a column, or what all officers have in it. */
async function pointOut(session: Session, column: string, headers: readonly string[]): Promise<Back | undefined> {
  const { draft, ask } = session;
  explain(session, `In your file, which column is ${column}?`);
  const likely = nearest(column, headers) ?? (column === "agency_id" || column in SETTABLE ? SAME : undefined);
  const same = column === "agency_id" ? "None: type the agency's ORI" : "None: all officers have the same";
  for (;;) {
    const header = await ask.choose(
      "Column",
      [
        ...headers.filter((name) => name.trim() !== "").map((name) => ({ name, value: name })),
        ...(column === "agency_id" || column in SETTABLE ? [{ name: same, value: SAME }] : []),
        { name: "None of them", value: NEITHER },
      ],
      likely,
    );
    if (header === BACK) return BACK;
    if (header === NEITHER) return undefined;
    if (header !== SAME) {
      // What was pointed out wrongly before is then another column again.
      const others = Object.entries(draft.map ?? {}).filter(([, one]) => one !== header);
      draft.map = { ...Object.fromEntries(others), [column]: header };
    } else if ((await askSame(session, column)) === BACK) continue;
    return undefined;
  }
}

async function askSame(session: Session, column: string): Promise<Back | undefined> {
  const { draft, ask } = session;
  if (column === "agency_id") {
    const id = await askOri(session);
    if (id === BACK) return BACK;
    draft.agency = id;
    return undefined;
  }
  const check = asCell(SETTABLE[column as keyof typeof SETTABLE]);
  const value =
    column === "program_model"
      ? await ask.choose("All officers are", MODELS)
      : await ask.text(`${column} of all officers`, { check });
  if (value === BACK) return BACK;
  draft.set = { ...draft.set, [column]: value };
  return undefined;
}
