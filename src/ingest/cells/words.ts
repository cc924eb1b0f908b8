import { MODELS, type ProgramModel } from "../../engine/values/ids.ts";
import { Refusal } from "../../problems/refusal.ts";

/** Reads one trimmed cell that is not blank. */
export type CellReader<T> = (text: string) => T | Refusal;

const EQUALS = 61;
const APOSTROPHE = 39;

/** A space of any kind, or a character that is not seen, such as one of no width that a web page left. */
const UNSEEN = /^[\s\p{Cf}]$/u;

/** A text without what is not seen around it. */
function bare(text: string): string {
  let [from, to] = [0, text.length];
  while (UNSEEN.test(text[from] ?? "")) from++;
  while (UNSEEN.test(text[to - 1] ?? "")) to--;
  return text.slice(from, to);
}

/** A cell without what is not seen around it; `="00123"`, by which a text is kept from being a number, is its text. */
export function trimmed(cell: string): string {
  const last = cell.length - 1;
  const first = cell.charCodeAt(0);
  if (last < 0) return cell;
  if (first !== EQUALS && first > 32 && first < 127 && cell.charCodeAt(last) > 32 && cell.charCodeAt(last) < 127)
    return cell;
  const text = bare(cell);
  return /^="[^"]*"$/.test(text) ? bare(text.slice(2, -1)) : text;
}

/** The text of an id: without the apostrophe that keeps it from being a number. */
export function idText(cell: string): string {
  const text = trimmed(cell);
  return text.charCodeAt(0) === APOSTROPHE ? bare(text.slice(1)) : text;
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
export const identifier: CellReader<string> = (typed) => {
  const text = idText(typed);
  if (text.length > LONG) return tooLong(text);
  if (text.length <= LONGEST_NO_ID && NO_IDS.has(text.toLowerCase())) return notAnId;
  if (SPECIAL.test(text) && HIDDEN.test(text)) return holdsHidden;
  const shortened = text.charCodeAt(text.length - 3) === PLUS && /^\d(?:[.,]\d+)?E\+\d\d$/i.test(text);
  if (!shortened) return text;
  return new Refusal(
    "shortened-id",
    "is what Excel makes of a long number, whose last digits are lost",
    "export the column from its source as text; in Excel, import it with Data > From Text/CSV and the type Text",
  );
};

/** Excel's error values, and what stands where there is nothing. */
const NOTHING = [
  ...["#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#null!", "#num!", "#spill!", "#calc!"],
  ...["na", "n/a", "none", "unknown", "-1"],
];
/** What stands for somebody who is not there yet. */
const NOBODY = ["vacant", "vacancy", "tbd", "tba"];
const NO_IDS: ReadonlySet<string> = new Set([...NOTHING, ...NOBODY]);
const LONGEST_NO_ID = Math.max(...[...NO_IDS].map(({ length }) => length));

const PLACEHOLDERS: ReadonlySet<string> = new Set([...NOTHING, "pending", "tbd", "tba", "0", "-", "?"]);

/** Whether a text stands in a place that waits for one. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDERS.has(text.toLowerCase());

const notAnId = new Refusal(
  "not-an-id",
  "is no id",
  "write the id as it stands in the source; in Excel, mend the formula that gave this",
);

const SPECIAL = /[^ -~]/;
const HIDDEN = /\p{Cf}/u;
const holdsHidden = new Refusal(
  "not-an-id",
  "has a character in it that is not seen",
  "type the id anew: it may look like another that it is not",
);

/** What two ids that look alike have in common: letters of either case, of one width, however they are put together. */
export const looksOf = (id: string): string => id.normalize("NFKC").toUpperCase();

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

/** What names a model when 287(g) and words such as officer and model are left out. */
const MODEL_WORDS: ReadonlyMap<string, ProgramModel> = new Map([
  ["tfm", "TFM"],
  ["tfo", "TFM"],
  ["taskforce", "TFM"],
  ["jem", "JEM"],
  ["jailenforcement", "JEM"],
  ["wso", "WSO"],
  ["warrantservice", "WSO"],
]);

const codeOf = (text: string): ProgramModel | undefined => MODELS.find((one) => one === text);

/** A program model: TFM, JEM, WSO, its full name, or both together. */
export const programModel: CellReader<ProgramModel> = (text) => {
  const code = codeOf(text);
  if (code) return code;
  const words = text
    .toLowerCase()
    .replace(/287\s*\(?g\)?|officers?|model|program(me)?/g, "")
    .replace(/task[\s-]*force|jail[\s-]*enforcement|warrant[\s-]*service/g, (name) => ` ${name.replace(/[\s-]/g, "")} `)
    .split(/[^a-z0-9]/)
    .filter((word) => word !== "");
  const [model, ...others] = new Set(words.map((word) => MODEL_WORDS.get(word)));
  if (model && others.length === 0) return model;
  const remedy = "write TFM (task force), JEM (jail enforcement) or WSO (warrant service officer)";
  return new Refusal("unknown-model", "is not a program model", remedy);
};
