import { count } from "../../ingest/cells/amount.ts";
import { rate } from "../../ingest/cells/percent.ts";
import { shortText } from "../../ingest/cells/words.ts";
import { inputText, type RowCells } from "../../ingest/starter.ts";
import { printable } from "../../problems/printable.ts";
import { asCell, askOptional, BACK, type Back, type Check } from "../asking/ask.ts";
import { besideOf, filesFor, INPUT_ENDINGS } from "../asking/paths.ts";
import type { Draft } from "../draft.ts";
import { explain, type Session, type Step } from "../session.ts";
import { askInput } from "./correct.ts";
import type { FileAnswer, FileQuestion } from "./files.ts";
import { areTyped } from "./officers.ts";
import { askQuarter } from "./quarter.ts";
import { askWhere, freeName, inputsOf } from "./save.ts";
import { rateText } from "./told.ts";

const [COUNTS, PERCENT, LATER] = ["\0counts", "\0percent", "\0later"] as const;
type Kind = typeof COUNTS | typeof PERCENT | typeof LATER;

const rosterAndRates = (draft: Draft): Draft => ({
  ...draft,
  ...(draft.quarterFirst ? {} : { quarter: "" }),
  ...(areTyped(draft) ? {} : { payroll: false }),
  prior: [],
});

/** The quarter's placement rate: from a file, typed in, or left for later. */
export const rates: Step = async (session) => {
  const { draft } = session;
  explain(
    session,
    "The placement rate says how many of the locations that ICE provided in the quarter were successful. It decides the award for each task force officer; without it the claim has no award.",
  );
  const claims = await askInput(session, () => question(draft), take, rosterAndRates);
  if (claims === BACK) return BACK;
  // Where the quarter is asked later, what the rate of it is is said then.
  if (draft.quarterFirst) for (const claim of claims.figures().claims) explain(session, rateText(claim, draft));
  return undefined;

  async function take(answer: FileAnswer<Kind>): Promise<Back | undefined> {
    if ("instead" in answer && answer.instead !== LATER) return typeIn(session, answer.instead);
    draft.rates = "file" in answer ? answer.file : false;
    if (!areTyped(draft)) delete draft.quarterFirst;
    return undefined;
  }
};

function question({ rates: answered }: Draft): FileQuestion<Kind> {
  const files = filesFor("rates");
  return {
    message: "Placement rate",
    files,
    endings: INPUT_ENDINGS,
    instead: [
      { name: "Type the two counts: locations provided, and successful", value: COUNTS },
      { name: "Type the percentage", value: PERCENT },
      { name: "Later: no award in this claim", value: LATER },
    ],
    usual: answered === false ? LATER : (answered ?? files[0]),
  };
}

async function typeIn(session: Session, kind: Kind): Promise<Back | undefined> {
  const { draft, program } = session;
  if (!areTyped(draft) && (await askQuarter(session, undefined)) === BACK) return BACK;
  draft.quarterFirst = true;
  const { claims } = await program.compute({ ...draft, rates: false, payroll: false, prior: [] });
  const rows: RowCells[] = [];
  const agencies = claims?.figures().claims ?? [];
  for (const { agency_id } of agencies) {
    if (agencies.length > 1) explain(session, `For ${printable(agency_id)}:`);
    const cells = await askRate(session, kind);
    if (cells === BACK) return BACK;
    rows.push({ agency_id, quarter: draft.quarter ?? "", ...cells });
  }
  return save(session, rows);
}

async function save(session: Session, rows: readonly RowCells[]): Promise<Back | undefined> {
  const { draft, program } = session;
  for (;;) {
    const usual = freeName(besideOf(draft.roster, "rates.csv"), draft.quarter);
    const inputs = inputsOf({ ...draft, rates: false });
    const where = await askWhere(session, { message: "Save the rate as", usual, endings: ["csv"], inputs });
    if (where === BACK) return BACK;
    const wrong = await program.write(where.path, inputText("rates", rows));
    if (wrong === undefined) {
      session.written.set(where.path, "the placement rate that you typed in");
      explain(session, `Saved ${where.path}.`);
      draft.rates = where.path;
      return undefined;
    }
    explain(session, wrong);
  }
}

/** Questions one after the other. */
async function askRate(session: Session, kind: Kind): Promise<RowCells | Back> {
  const { ask } = session;
  let cells: RowCells = {};
  const questions = kind === COUNTS ? ["placements_provided", "placements_successful"] : ["placement_rate"];
  for (let at = 0; at <= questions.length; ) {
    const column = questions[at];
    const answer = column
      ? await ask.text(MESSAGES[column] ?? "", { ...usualOf(cells[column]), check: checkOf(column, cells) })
      : await askOptional(ask, ["Reference of ICE's determination", "none yet"], "", asCell(shortText, "blank"));
    if (answer === BACK && at === 0) return BACK;
    if (answer === BACK) at -= 1;
    else {
      cells = { ...cells, [column ?? "reference"]: answer };
      at += 1;
    }
  }
  return cells;
}

const usualOf = (usual: string | undefined) => (usual ? { usual } : {});

const MESSAGES: Readonly<Record<string, string>> = {
  placements_provided: "Locations that ICE provided in the quarter",
  placements_successful: "Of these, how many were successful",
  placement_rate: "Placement rate, such as 92.5%",
};

function checkOf(column: string, { placements_provided: provided }: RowCells): Check {
  if (column === "placement_rate") return asCell(rate);
  if (column === "placements_provided") return asCell(count);
  return (text) => {
    const read = asCell(count)(text);
    if (read !== true) return read;
    return Number(count(text)) <= Number(count(provided ?? "")) || `At most the ${provided} that were provided.`;
  };
}
