import { printable } from "../../problems/printable.ts";
import { counted } from "../../problems/words.ts";
import { beforeFiling, SAID_BEFORE_FILING } from "../../report/claim/before-filing.ts";
import type { ClaimParts } from "../../report/claim/parts.ts";
import { table } from "../../report/claim/table.ts";
import { figureName, SUMS } from "../../report/figures.ts";
import type { View } from "../../report/format.ts";
import { dollars, isZero } from "../../report/text/amounts.ts";
import { BACK } from "../asking/ask.ts";
import { type Session, type Step, show } from "../session.ts";
import { computeCorrected } from "./correct.ts";

/** What the claim comes to, what deserves attention, and the table. */
export const review: Step = async (session) => {
  const { ask } = session;
  const claims = await computeCorrected(
    session,
    (draft) => draft,
    ({ code }) => !SAID_BEFORE_FILING.has(code) && !SAID_BELOW.has(code),
  );
  if (claims === BACK) return BACK;
  session.shown = tableText(claims, session);
  const view: View = { by: "officer", columns: session.program.columns, style: session.program.style };
  await show(session, `\n${attention(claims, view)}`);
  for (;;) {
    const table = { name: "Show the table, officer by officer", value: "table" };
    const on = { name: "Go on to writing it", value: "on" };
    const answer = await ask.choose("The claim", [on, table]);
    if (answer === BACK) return BACK;
    if (answer === "on") return undefined;
    await show(session, session.shown);
  }
};

/** What was said of the rates, and the sums say too. */
const SAID_BELOW: ReadonlySet<string> = new Set(["no-rate", "no-locations"]);

/** The claim as it is shown; the same text is the same claim. */
export const tableText = (claims: ClaimParts, { program: { columns, style } }: Session): string =>
  table.render(claims, { by: "officer", columns, style });

function attention({ figures, changed }: ClaimParts, view: View): string {
  const whole = figures();
  const parts = whole.claims.map((claim) => {
    const { agency_id, agency_name, totals } = claim;
    const name = agency_name === null ? "" : `  ${printable(agency_name)}`;
    const sums = SUMS.filter((figure) => !isZero(totals[figure])).map(
      (figure) => `  ${figureName(figure).padEnd(15)}${dollars(totals[figure]).padStart(16)}`,
    );
    const head = `${view.style.bold(`${printable(agency_id)}${name}`)}\n${whole.quarter.id}, ${counted(totals.officers, "officer")}, ${totals.claimed_officers} claimed`;
    const attended = beforeFiling(claim, whole.quarter.days, view);
    return `${head}\n${sums.join("\n")}\n${attended ? `\n${attended}` : ""}`;
  });
  const readings = changed.length > 0 ? [`Not the default: ${changed.join(", ")}.\n`] : [];
  return [...parts, ...readings].join("\n");
}
