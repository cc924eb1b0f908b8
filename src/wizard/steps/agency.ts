import { identifier } from "../../ingest/cells/words.ts";
import { asCell, askOptional, BACK } from "../asking/ask.ts";
import { explain, type Step } from "../session.ts";

const filled = asCell(identifier, "blank");

/** An ORI is in capitals in every roster; a small letter would be another agency. */
export const ori = (text: string): string | true =>
  /^[a-z]{2}[a-z0-9]{7}$/i.test(text) && text !== text.toUpperCase()
    ? `Write it in capitals: ${text.toUpperCase()}.`
    : filled(text);

/** Which agency the claim is for. */
export const agency: Step = async (session) => {
  const { draft, ask } = session;
  explain(
    session,
    "An agency is named by its ORI, nine characters such as FL0310200. If your roster has it in a column, just press Enter: the roster tells it.",
  );
  const answer = await askOptional(ask, ["ORI", "the roster tells"], draft.agency, ori);
  if (answer === BACK) return BACK;
  draft.agency = answer;
  return undefined;
};
