import { identifier, shortText } from "../../ingest/cells/words.ts";
import { asCell, askOptional, BACK, type Back } from "../asking/ask.ts";
import type { Session } from "../session.ts";

const FORM = /^[A-Z]{2}[A-Z\d]{7}$/;
/** Asks for the agency's ORI, which is in capitals in every roster; of another form than ORIs have, whether it is meant. */
export async function askOri({ ask }: Session, usual?: string): Promise<string | Back> {
  for (;;) {
    const check = asCell(identifier);
    const id = await ask.text("The agency's ORI, such as FL0310200", { ...(usual ? { usual } : {}), check });
    if (id === BACK) return BACK;
    if (FORM.test(id.toUpperCase())) return id.toUpperCase();
    const meant = await ask.choose(`An ORI is nine letters and digits, the state first. ${id} is not`, [
      { name: "Give another", value: false },
      { name: `Keep ${id}`, value: true },
    ]);
    if (meant === true) return id;
  }
}

/** Asks which agency officers who are typed in are of. */
export async function askAgency(session: Session): Promise<Back | undefined> {
  const { draft, ask } = session;
  for (;;) {
    const id = await askOri(session, draft.agency);
    if (id === BACK) return BACK;
    draft.agency = id;
    const name = await askOptional(
      ask,
      ["Its name, for the form", "none"],
      draft.agencyName,
      asCell(shortText, "blank"),
    );
    if (name === BACK) continue;
    draft.agencyName = name;
    return undefined;
  }
}
