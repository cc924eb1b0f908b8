import type { ClaimDocument } from "../../document/schema.ts";
import { besideRoster, PROFILE, readFile } from "../../files/read.ts";
import { shortText } from "../../ingest/cells/words.ts";
import type { Profile } from "../../ingest/profile.ts";
import { asCell, askOptional, BACK, type Back } from "../asking/ask.ts";
import { besideOf } from "../asking/paths.ts";
import type { Draft } from "../draft.ts";
import { explain, type Session } from "../session.ts";

const profileOf = ({ roster }: Draft): string | undefined =>
  roster === undefined ? undefined : besideRoster(roster, PROFILE);

/** Whether there is something to keep: a profile that is not there yet, or what was pointed out and is not in it. */
export const mayKeep = (draft: Draft): boolean =>
  profileOf(draft) === undefined || draft.map !== undefined || draft.set !== undefined;

/** Offers to keep the answers that are the same each quarter beside the roster, where compute finds them. */
export async function keepAnswers(
  session: Session,
  { claims }: Pick<ClaimDocument, "claims">,
): Promise<Back | undefined> {
  const { draft, ask, program } = session;
  const there = profileOf(draft);
  const before: Profile = there === undefined ? {} : JSON.parse(readFile(there)?.toString("utf8") ?? "{}");
  explain(session, "claims.json keeps what is the same each quarter, beside the roster.");
  for (;;) {
    const answer = await ask.choose("Keep what is the same each quarter?", [
      { name: "Not now", value: "no" },
      { name: "Yes", value: "yes" },
      ...(there === undefined ? [{ name: "Yes, and say who asks and signs", value: "more" }] : []),
    ]);
    if (answer === BACK || answer === "no") return answer === BACK ? BACK : undefined;
    const name = claims[0]?.agency_name ?? draft.agencyName ?? "";
    const agency = answer === "more" ? await askParties(session, name) : name === "" ? {} : { name };
    if (agency === BACK) continue;
    const profile: Profile = {
      schema: "claims-profile/1",
      ...before,
      agency: { ...(draft.agency ? { id: draft.agency } : {}), ...agency, ...before.agency },
      ...(draft.map ? { map: { ...before.map, ...draft.map } } : {}),
      ...(draft.set ? { set: { ...before.set, ...draft.set } } : {}),
    };
    const path = there ?? besideOf(draft.roster, "claims.json");
    const wrong = await program.write(path, `${JSON.stringify(profile, null, 2)}\n`);
    if (wrong === undefined) {
      session.written.set(path, "what is the same each quarter");
      return undefined;
    }
    explain(session, wrong);
  }
}

const QUESTIONS = {
  name: "The agency's name",
  address: "Its address, in one line",
  agreement_number: "Number of the 287(g) agreement",
  "contact.name": "Whom to ask: name",
  "contact.phone": "Whom to ask: telephone",
  "contact.email": "Whom to ask: e-mail",
  "official.name": "Who signs for the agency: name",
  "official.title": "Who signs for the agency: title",
} as const;

async function askParties({ ask }: Session, name: string): Promise<Profile["agency"] | Back> {
  const columns = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];
  const said = new Map<string, string>([["name", name]]);
  for (let at = 0; at < columns.length; ) {
    const column = columns[at] as (typeof columns)[number];
    const check = asCell(shortText, "blank");
    const answer = await askOptional(ask, [QUESTIONS[column], "left blank"], said.get(column), check);
    if (answer === BACK && at === 0) return BACK;
    if (answer === BACK) at -= 1;
    else {
      said.set(column, answer);
      at += 1;
    }
  }
  const agency: Record<string, unknown> = {};
  for (const [column, text] of said) {
    const [part = "", field] = column.split(".");
    if (text !== "") agency[part] = field === undefined ? text : { ...(agency[part] as object), [field]: text };
  }
  return agency;
}
