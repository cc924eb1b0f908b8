import { MODELS, type ProgramModel } from "../../engine/values/ids.ts";
import { nearest } from "../../problems/nearest.ts";
import { Refusal } from "../../problems/refusal.ts";

/** Reads one trimmed cell that is not blank. */
export type CellReader<T> = (text: string) => T | Refusal;

/** A cell without the spaces and no-break spaces around it. */
export function trimmed(cell: string): string {
  const last = cell.length - 1;
  if (
    last < 0 ||
    (cell.charCodeAt(0) > 32 && cell.charCodeAt(0) < 127 && cell.charCodeAt(last) > 32 && cell.charCodeAt(last) < 127)
  )
    return cell;
  return cell.trim();
}

/** The most characters that a name or an id may have. */
export const LONG = 200;

/** Names and other text. */
export const shortText: CellReader<string> = (text) => (text.length <= LONG ? text : tooLong(text));

export const tooLong = (text: string): Refusal =>
  new Refusal(
    "text-too-long",
    `is ${text.length} characters long`,
    `write at most ${LONG}; a quote may be missing at the end of the cell`,
  );

const PLUS = 43;

/** An id of an officer or an agency: text, kept as it is. */
export const identifier: CellReader<string> = (text) => {
  if (text.length > LONG) return tooLong(text);
  if (text.length <= LONGEST_NO_ID && NO_IDS.has(text.toLowerCase())) return notAnId;
  const shortened = text.charCodeAt(text.length - 3) === PLUS && /^\d(?:[.,]\d+)?E\+\d\d$/i.test(text);
  if (!shortened) return text;
  return new Refusal(
    "shortened-id",
    "is what Excel makes of a long number, whose last digits are lost",
    "export the column from its source as text; in Excel, import it with Data > From Text/CSV and the type Text",
  );
};

/** Excel's error values, and what stands where there is no id. */
const NO_IDS: ReadonlySet<string> = new Set([
  ...["#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#null!", "#num!", "#spill!", "#calc!"],
  ...["na", "n/a", "none", "unknown", "-1"],
]);
const LONGEST_NO_ID = Math.max(...[...NO_IDS].map(({ length }) => length));

const notAnId = new Refusal(
  "not-an-id",
  "is no id",
  "write the id as it stands in the source; in Excel, mend the formula that gave this",
);

/** Yes or no. */
export const yesNo: CellReader<boolean> = (text) => {
  switch (text.toLowerCase()) {
    case "yes":
    case "y":
    case "true":
    case "1":
      return true;
    case "no":
    case "n":
    case "false":
    case "0":
      return false;
  }
  return new Refusal("not-yes-or-no", "is neither yes nor no", "write yes or no; blank counts as yes");
};

const MODEL_NAMES: ReadonlyMap<string, ProgramModel> = new Map([
  ["taskforcemodel", "TFM"],
  ["taskforceofficer", "TFM"],
  ["taskforce", "TFM"],
  ["jailenforcementmodel", "JEM"],
  ["jailenforcement", "JEM"],
  ["warrantserviceofficer", "WSO"],
  ["warrantserviceofficermodel", "WSO"],
  ["warrantservice", "WSO"],
]);

const codeOf = (text: string): ProgramModel | undefined => MODELS.find((one) => one === text);

/** A program model: TFM, JEM, WSO, or its full name. */
export const programModel: CellReader<ProgramModel> = (text) => {
  const code = codeOf(text) ?? codeOf(text.toUpperCase());
  if (code) return code;
  const model = MODEL_NAMES.get(text.toLowerCase().replace(/[^a-z]/g, ""));
  if (model) return model;
  const near = nearest(text, MODELS);
  return new Refusal(
    "unknown-model",
    "is not a program model",
    `write TFM (task force), JEM (jail enforcement) or WSO (warrant service officer)${near ? `; the nearest is ${near}` : ""}`,
  );
};
