import type { ClaimParts } from "../report/claim/parts.ts";
import { BACK, type Back, type Choice } from "./asking/ask.ts";
import type { Draft } from "./draft.ts";
import { explain, type Found, type Look, type Session, show } from "./session.ts";
import { ori } from "./steps/agency.ts";
import { askFile, type FileAnswer, type FileQuestion } from "./steps/files.ts";

/** What can be done about errors. */
type Remedy = "again" | "next" | "own-agency" | "ori" | "column";

/** Problems shown at once, so that they stay on the screen. */
const AT_ONCE = 4;

/**
 * Reads what is named so far, and says what is wrong with it until it is mended or something else is wanted.
 * @param part gives the draft as far as it is asked @param shown which warnings are said
 */
export async function mended(
  session: Session,
  part: (draft: Draft) => Draft,
  shown: (found: Found) => boolean = ({ fromClaim }) => !fromClaim,
): Promise<ClaimParts | Back> {
  for (;;) {
    const look = await session.hands.look(part(session.draft));
    await sayOthers(session, look.found.filter(shown));
    if (look.claims) return look.claims;
    if ((await askRemedy(session, look)) === BACK) return BACK;
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
    const claims = await mended(session, part);
    if (claims !== BACK) return claims;
  }
}

/** Warnings and notices, each once. */
async function sayOthers(session: Session, found: readonly Found[]): Promise<void> {
  const { said } = session;
  const fresh = found.filter(({ severity, text }) => severity !== "error" && !said.has(text));
  for (const { text } of fresh) said.add(text);
  if (fresh.length > 0) await show(session, fresh.map(({ text }) => text).join(""));
}

async function askRemedy(session: Session, { found }: Look): Promise<Back | undefined> {
  const { ask } = session;
  const errors = found.filter(({ severity }) => severity === "error");
  for (let from = 0; ; from += AT_ONCE) {
    const shown = errors.slice(from, from + AT_ONCE);
    ask.tell(`\n${shown.map(({ text }) => text).join("")}\n`);
    const left = errors.length - from - shown.length;
    const answer = await ask.choose(messageOf(errors, from, shown.length), remediesFor(session, errors, left));
    if (answer === BACK) return BACK;
    if (answer === "next") continue;
    return answer === "again" ? undefined : mendHere(session, answer, errors);
  }
}

function messageOf(errors: readonly Found[], from: number, shown: number): string {
  const which = errors.length === shown ? "" : ` (${from + 1} to ${from + shown} shown)`;
  const problems = errors.length === 1 ? "1 problem" : `${errors.length} problems`;
  return `${problems}${which}. Mend and save the file, then come back here:`;
}

function remediesFor({ draft }: Session, errors: readonly Found[], left: number): Choice<Remedy>[] {
  const has = (code: string): boolean => errors.some((one) => one.code === code);
  const [lacks] = errors.flatMap(({ missing }) => missing ?? []);
  const choices: (Choice<Remedy> | false)[] = [
    { name: "It is mended: read it again", value: "again" },
    left > 0 && { name: left === 1 ? "Show the other problem" : `Show the next of ${left} more`, value: "next" },
    has("unknown-agency") && { name: `Leave out the ORI ${draft.agency}: take the roster's own`, value: "own-agency" },
    lacks?.column === "agency_id" && { name: "Type the agency's ORI here", value: "ori" },
    lacks !== undefined && { name: `Point out the column that is ${lacks.column}`, value: "column" },
  ];
  return choices.filter((one) => one !== false);
}

/** Mends what the answers, not the file, can mend. */
async function mendHere(
  session: Session,
  remedy: Exclude<Remedy, "again" | "next">,
  errors: readonly Found[],
): Promise<undefined> {
  const { draft, ask } = session;
  if (remedy === "own-agency") draft.agency = "";
  if (remedy === "ori") {
    const answer = await ask.text("ORI, such as FL0310200", { check: ori });
    if (answer !== BACK) draft.agency = answer;
  }
  const [lacks] = errors.flatMap(({ missing }) => missing ?? []);
  if (remedy !== "column" || !lacks) return;
  const headers = lacks.headers.filter((header) => header.trim() !== "");
  explain(session, `In your file, which column is ${lacks.column}?`);
  const header = await ask.choose(
    "Column",
    headers.map((name) => ({ name, value: name })),
  );
  if (header !== BACK) draft.map = { ...draft.map, [lacks.column]: header };
}
