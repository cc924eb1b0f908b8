import { existsSync } from "node:fs";
import { fiscalQuarter, type Quarter } from "../engine/calendar.ts";
import { count, identifier, rate } from "../ingest/cells.ts";
import { inputText } from "../ingest/starter.ts";
import { type Ask, asCell, BACK } from "./ask.ts";
import type { Draft } from "./draft.ts";
import { askOfficers } from "./officers.ts";

/** What the wizard has done for it. */
export interface Hands {
  /** Says something on standard error. */
  readonly say: (text: string) => void;
  /** Writes a file that is not there yet. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** Reads the inputs named so far and says what is wrong with them. @returns whether they can be computed */
  readonly check: (draft: Draft) => Promise<boolean>;
  /** Says what deserves attention, and the table. */
  readonly show: (draft: Draft) => Promise<void>;
  readonly keep: (draft: Draft) => void;
  /** The quarter that ended last. */
  readonly usualQuarter: Quarter;
}

type Step = (draft: Draft, ask: Ask, hands: Hands) => Promise<typeof BACK | undefined>;

/** Asks question after question, with a way back at each. @returns whether the claim is wanted */
export async function askAll(draft: Draft, ask: Ask, hands: Hands): Promise<boolean> {
  for (let at = 0; at < STEPS.length; ) {
    const went = await STEPS[at]?.(draft, ask, hands);
    at = went === BACK ? Math.max(0, at - 1) : at + 1;
    hands.keep(draft);
  }
  return true;
}

const agency: Step = async (draft, ask) => {
  const check = asCell(identifier, "blank");
  const answer = await ask.text("Agency's ORI, such as FL0310200 (blank: the roster names it)", draft.agency, check);
  if (answer === BACK) return BACK;
  draft.agency = answer;
  return undefined;
};

const MONTHS = ["October to December", "January to March", "April to June", "July to September"];

const quarter: Step = async (draft, ask, { usualQuarter }) => {
  const last = usualQuarter.year.year;
  const quarters = [last, last + 1].flatMap((year) => ([1, 2, 3, 4] as const).map((n) => fiscalQuarter(year, n)));
  const choices = quarters
    .filter(({ year }) => year.year >= 2026)
    .map(({ id, number, year }) => ({
      name: `${id}  ${MONTHS[number - 1]} ${number === 1 ? year.year - 1 : year.year}${id === usualQuarter.id ? ", ended last" : ""}`,
      value: id,
    }));
  const answer = await ask.choose("Quarter of the federal fiscal year", choices, draft.quarter ?? usualQuarter.id);
  if (answer === BACK) return BACK;
  draft.quarter = answer;
  return undefined;
};

const TYPE_IN = "\0type";

const roster: Step = async (draft, ask, hands) => {
  for (;;) {
    const answer = await ask.path("Roster: type or choose the CSV file", [
      { name: "Type the officers in, one by one", value: TYPE_IN },
    ]);
    if (answer === BACK) return BACK;
    if (answer === TYPE_IN && (await typeIn(draft, ask, hands)) === BACK) continue;
    if (answer !== TYPE_IN) draft.roster = answer;
    if (await mended({ ...draft, rates: false, payroll: false, prior: "" }, ask, hands)) return undefined;
  }
};

async function typeIn(draft: Draft, ask: Ask, hands: Hands): Promise<typeof BACK | undefined> {
  const id = draft.agency || (await ask.text("Agency's ORI, such as FL0310200", undefined, asCell(identifier)));
  if (id === BACK) return BACK;
  draft.agency = id;
  draft.officers ??= [];
  const keep = (): void => hands.keep(draft);
  if ((await askOfficers(ask, draft.officers, keep)) === BACK) return BACK;
  const path = await ask.text("Save the roster as", "roster.csv", newFile);
  if (path === BACK) return BACK;
  const rows = draft.officers.map((row) => ({ agency_id: id, ...row }));
  await hands.write(path, inputText("roster", rows));
  draft.roster = path;
  delete draft.officers;
  return undefined;
}

const newFile = (path: string): string | true =>
  path === "" ? "needs a file name" : !existsSync(path) || `${path} is there already: give another name`;

/** Checks what is named so far until it is right or something else is wanted. */
async function mended(draft: Draft, ask: Ask, hands: Hands): Promise<boolean> {
  while (!(await hands.check(draft))) {
    const again = await ask.choose("Mend the file in another window, then", [{ name: "Try again", value: true }]);
    if (again === BACK) return false;
  }
  return true;
}

const rates: Step = async (draft, ask, hands) => {
  const answer = await ask.path("Placement rate of the quarter (decides the award): a rates file, or", [
    { name: "Locations provided and successful", value: "\0counts" },
    { name: "A percentage", value: "\0percent" },
    { name: "Later: no award for now", value: "\0later" },
  ]);
  if (answer === BACK) return BACK;
  if (answer === "\0later") draft.rates = false;
  else if (answer.startsWith("\0")) {
    const cells = answer === "\0counts" ? await askCounts(ask) : await askPercent(ask);
    const path = cells && (await ask.text("Save the rate as", `rates-${draft.quarter}.csv`, newFile));
    if (!cells || !path || path === BACK) return rates(draft, ask, hands);
    await hands.write(
      path,
      inputText("rates", [{ agency_id: draft.agency ?? "", quarter: draft.quarter ?? "", ...cells }]),
    );
    draft.rates = path;
  } else draft.rates = answer;
  return (await mended({ ...draft, payroll: false, prior: "" }, ask, hands)) ? undefined : rates(draft, ask, hands);
};

async function askCounts(ask: Ask): Promise<Record<string, string> | undefined> {
  const provided = await ask.text("Locations provided by ICE", undefined, asCell(count));
  const successful = provided === BACK ? BACK : await ask.text("Of these successful", undefined, asCell(count));
  if (provided === BACK || successful === BACK) return undefined;
  return { placements_provided: provided, placements_successful: successful };
}

async function askPercent(ask: Ask): Promise<Record<string, string> | undefined> {
  const percent = await ask.text("Placement rate in percent, such as 92.5", undefined, asCell(rate));
  return percent === BACK ? undefined : { placement_rate: percent };
}

const payroll: Step = async (draft, ask, hands) => {
  const answer = await ask.path("Payroll: a file, or", [{ name: "None", value: "\0none" }]);
  if (answer === BACK) return BACK;
  draft.payroll = answer === "\0none" ? false : answer;
  return (await mended({ ...draft, prior: "" }, ask, hands)) ? undefined : payroll(draft, ask, hands);
};

const prior: Step = async (draft, ask, hands) => {
  const answer = await ask.path("Claims filed earlier: a file or folder, or", [{ name: "None", value: "\0none" }]);
  if (answer === BACK) return BACK;
  draft.prior = answer === "\0none" ? "" : answer;
  return (await mended(draft, ask, hands)) ? undefined : prior(draft, ask, hands);
};

const output: Step = async (draft, ask, hands) => {
  await hands.show(draft);
  const ending = (path: string): string | true =>
    path === "" || /\.(json|csv|txt|ndjson)$/.test(path)
      ? path === ""
        ? "needs a file name"
        : newFile(path)
      : "end it in .json, .csv or .txt";
  const usual = draft.output ?? `${draft.quarter}.json`;
  const answer = await ask.text("Write the claim to (.json is the claim to keep; .csv, .txt)", usual, ending);
  if (answer === BACK) return BACK;
  draft.output = answer;
  return undefined;
};

const confirm: Step = async (draft, ask) => {
  const answer = await ask.choose(`Write ${draft.output}?`, [{ name: "Yes, write it", value: true }]);
  return answer === BACK ? BACK : undefined;
};

const STEPS: readonly Step[] = [agency, quarter, roster, rates, payroll, prior, output, confirm];

/** The words after `claims` that do what the draft says. */
export function commandOf({
  agency: id,
  quarter: of,
  roster: file,
  rates: rate,
  payroll: pay,
  prior: filed,
  output: to,
}: Draft): string[] {
  return [
    "compute",
    file ?? "",
    ...(of ? ["--quarter", of] : []),
    ...(rate ? ["--rates", rate] : ["--no-rates"]),
    ...(pay ? ["--payroll", pay] : ["--no-payroll"]),
    ...(filed ? ["--prior", filed] : []),
    ...(id ? ["--agency", id] : []),
    ...(to ? ["-o", to] : []),
  ];
}
